using System.Net;
using System.Text;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage;
using IntegrationHub.Storage.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Intake;

public sealed class ABodyThatCannotBeSplit
{
    [Fact]
    public async Task Because_its_reader_fails_is_quarantined_whole_and_the_partner_is_told()
    {
        var token = TestContext.Current.CancellationToken;
        var journal = Substitute.For<IJournalStore>();
        var wiring = new CurrentWiring(ASource.Wiring(ASource.Reading(new Failing(), journal)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(Substitute.For<IHubStore>()).AddSingleton(wiring).AddSingleton(new Pseudonymiser("k", new byte[32])).AddSingleton(TimeProvider.System).AddSingleton<Backlog>();
        await using var app = builder.Build();
        app.MapIntake();
        await app.StartAsync(token);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        using var response = await client.PostAsync($"/intake/{ASource.Id}", new StringContent("who she is", Encoding.UTF8, "text/csv"), token);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await response.Content.ReadAsStringAsync(token)).ShouldContain("InvalidOperationException");
        var page = (JournalPage)journal.ReceivedCalls().Single().GetArguments()[0]!;
        var rejected = page.Quarantined.ShouldHaveSingleItem();
        (page.Read, page.Records.Count, rejected.Kind).ShouldBe((1, 0, SourceRecord.WholeFile));
        Encoding.UTF8.GetString(SealedRecord.Read(rejected.Content).Records[0].Raw.Span).ShouldBe("who she is");
        rejected.Reasons.ShouldContain("the partner must send this again");
        rejected.Reasons.ShouldNotContain("who she is");
    }

    private sealed class Failing : IPayloadReader
    {
        public IReadOnlyCollection<string> ContentTypes { get; } = ["text/csv"];

        public IReadOnlyList<SourceRecord> Read(string contentType, ReadOnlyMemory<byte> body) => throw new InvalidOperationException(Encoding.UTF8.GetString(body.Span));
    }
}
