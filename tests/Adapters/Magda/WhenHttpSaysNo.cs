using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class WhenHttpSaysNo
{
    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task The_time_it_asks_for_is_kept(int status)
    {
        var stop = await Should.ThrowAsync<RetryLaterException>(() => RunAsync(http =>
        {
            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = "120";
            return Task.CompletedTask;
        }));
        stop.Delay.ShouldBe(TimeSpan.FromSeconds(120));
    }

    [Theory]
    [InlineData("99999999")]
    [InlineData("Fri, 01 Jan 2100 00:00:00 GMT")]
    public async Task No_answer_silences_the_source_for_more_than_an_hour(string retryAfter)
    {
        var stop = await Should.ThrowAsync<RetryLaterException>(() => RunAsync(http =>
        {
            http.Response.StatusCode = 503;
            http.Response.Headers.RetryAfter = retryAfter;
            return Task.CompletedTask;
        }));
        stop.Delay.ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(401, "clientCertificate")]
    [InlineData(403, "clientCertificate")]
    [InlineData(404, "url")]
    public async Task What_a_person_must_change_is_final_and_names_the_option(int status, string option)
    {
        var stop = await Should.ThrowAsync<PermanentFailureException>(() => RunAsync(http => Status(http, status)));
        stop.Message.ShouldContain(option);
        stop.Message.ShouldNotContain(SmallReplies.Asked);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    public async Task Anything_else_is_transient(int status) => await Should.ThrowAsync<HttpRequestException>(() => RunAsync(http => Status(http, status)));

    [Theory]
    [InlineData("40001")]
    [InlineData("40005")]
    public async Task No_access_at_repliek_level_is_final(string code)
    {
        var stop = await Should.ThrowAsync<PermanentFailureException>(() => RunAsync(http =>
            http.Response.WriteAsync(SmallReplies.Reply("GeefWerkrelaties", "", SmallReplies.Error(code)))));
        stop.Message.ShouldContain(code);
    }

    [Fact]
    public async Task A_signature_that_is_refused_is_final()
    {
        const string Fault = "<s:Fault><faultcode>wsse:FailedAuthentication</faultcode><faultstring>no</faultstring></s:Fault>";
        var stop = await Should.ThrowAsync<PermanentFailureException>(() => RunAsync(async http =>
        {
            http.Response.StatusCode = 500;
            http.Response.ContentType = "text/xml";
            await http.Response.WriteAsync(SmallReplies.Envelope(Fault));
        }));
        stop.Message.ShouldContain("signingCertificate");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_reply_over_the_size_is_quarantined_with_its_size_and_never_read_whole(bool saysItsLength)
    {
        var rejection = (await RunAsync(async http =>
        {
            if (saysItsLength)
                http.Response.ContentLength = 50_000;
            await http.Response.Body.WriteAsync(new byte[50_000]);
        })).Latest.Values.ShouldHaveSingleItem().Result.Rejections.ShouldHaveSingleItem();
        rejection.Expected.ShouldStartWith("at most 10000 bytes, found ");
        int.Parse(rejection.Expected.Split(' ')[^1]).ShouldBeInRange(10_001, 50_000);
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task<Intake> RunAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.Run(answer);
        await server.StartAsync(TestContext.Current.CancellationToken);
        await using var rig = new Rig { MaxRecordBytes = 10_000 };
        rig.List(SmallReplies.Asked);
        rig.Options["url"] = server.Urls.First();
        foreach (var off in new[] { "registreerInschrijving", "geefPersoon", "geefGezinssamenstelling" })
            rig.Options[off] = "false";
        var intake = new Intake();
        await rig.RunOnceAsync(intake);
        (await rig.Services.GetRequiredService<IConnectionCheck>().CheckAsync(TestContext.Current.CancellationToken)).IsReachable.ShouldBeTrue();
        return intake;
    }
}
