using IntegrationHub.Host.Composition;
using IntegrationHub.Host.Rescanning;
using IntegrationHub.Host.Tests.Intake;
using IntegrationHub.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Rescanning;

public sealed class TheAnswerToARescan
{
    [Fact]
    public async Task It_is_kept_until_the_store_has_it()
    {
        var token = TestContext.Current.CancellationToken;
        var (store, lifetime) = (Substitute.For<IHubStore>(), Substitute.For<IHostApplicationLifetime>());
        var (stored, tries, rescans) = (new TaskCompletionSource<string>(), 0, 0);
        lifetime.ApplicationStarted.Returns(new CancellationToken(canceled: true));
        store.Hosts.LatestRescanAsync(Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(7L);
        store.Hosts.AnswerRescanAsync(7, "one", Arg.Any<string>(), Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns(call => Answer(call.ArgAt<string>(2)));
        using var keys = new HubKeys(ASource.Configuration().Keys);
        using var presence = new HostPresence(store, keys, Rescan, ASource.Configuration(), lifetime, TimeProvider.System, NullLogger<HostPresence>.Instance);

        await presence.StartAsync(token);

        (await stored.Task.WaitAsync(TimeSpan.FromSeconds(30), token)).ShouldContain("is empty");
        (tries, rescans).ShouldBe((2, 1));
        await presence.StopAsync(token);

        Task Answer(string report)
        {
            if (++tries == 1)
                return Task.FromException(new TimeoutException());
            stored.SetResult(report);
            return Task.CompletedTask;
        }

        Task<RescanReport> Rescan(CancellationToken stop)
        {
            rescans++;
            return Task.FromResult(RescanReport.Refused(["sources: is empty."]));
        }
    }
}
