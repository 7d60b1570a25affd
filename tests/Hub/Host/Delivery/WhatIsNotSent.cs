using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Privacy;
using IntegrationHub.Core.Rights;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Core.Signals.Telling;
using IntegrationHub.Host.Delivery;
using IntegrationHub.Storage.Delivery;
using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Delivery;

public sealed class WhatIsNotSent
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly CitizenRef Anna = CitizenRef.New();
    private readonly IDeliveryStore store = Substitute.For<IDeliveryStore>();
    private readonly ISignalDestination tool = Substitute.For<ISignalDestination>();

    public WhatIsNotSent()
    {
        store.OpenFactsAsync(default, null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs([]);
        tool.DeliverAsync(null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs(DeliveryResult.Delivered());
    }

    [Fact]
    public async Task Is_what_was_cancelled_or_erased_since_it_was_taken()
    {
        store.BeginAsync(null!, null!, default, TestContext.Current.CancellationToken).ReturnsForAnyArgs(DeliveryStart.Over);

        await TryAsync();

        tool.ReceivedCalls().ShouldBeEmpty();
        await store.DidNotReceiveWithAnyArgs().CompleteAsync(null!, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Is_nothing_before_what_it_shows_is_stored()
    {
        var stored = false;
        store.BeginAsync(null!, null!, default, TestContext.Current.CancellationToken).ReturnsForAnyArgs(_ =>
        {
            stored = true;
            return DeliveryStart.Begun;
        });
        var storedWhenSent = false;
        tool.DeliverAsync(null!, TestContext.Current.CancellationToken).ReturnsForAnyArgs(_ =>
        {
            storedWhenSent = stored;
            return DeliveryResult.Delivered();
        });

        await TryAsync();

        storedWhenSent.ShouldBeTrue();
    }

    [Theory]
    [InlineData("weigering", "ontslag", true)]
    [InlineData("weigering", "alle", true)]
    [InlineData("weigering", "uithuiszetting", false)]
    [InlineData("opvangadres", "ontslag", false)]
    public async Task Is_what_she_refuses_though_detection_has_not_heard_it(string code, string moment, bool waits)
    {
        store.ObjectionsMayWaitAsync(Now, TestContext.Current.CancellationToken).Returns(true);
        Knows(new CircumstanceReported
        {
            Source = "ocmw", RecordId = "w", FactKey = "w", Revision = 1, Citizen = Anna, Code = code, OccurredAt = Now.AddDays(-1), KnownAt = Now.AddMinutes(-1),
            Attributes = new Dictionary<string, string> { ["moment"] = moment },
        });

        (await SignalContent.WaitsForObjectionAsync(Delivery(TellingKind.Issued), store, Now, TestContext.Current.CancellationToken)).ShouldBe(waits);
        (await SignalContent.WaitsForObjectionAsync(Delivery(TellingKind.Withdrawn), store, Now, TestContext.Current.CancellationToken)).ShouldBeFalse("a withdrawal is for her");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_what_does_not_say_yet_who_lives_together_nor_is_it_refused_whatever_else_waits(bool othersWait)
    {
        var rule = DefaultRules.All[0] with { When = DefaultRules.All[0].When with { Of = Whose.Household } };
        var content = new SignalContent(new RuleSet([rule], []), new RightSet([], []), new LegalGate([]), []);
        store.ObjectionsMayWaitAsync(default, TestContext.Current.CancellationToken).ReturnsForAnyArgs(othersWait);
        var delivery = Delivery(TellingKind.Issued);

        await new DeliveryAttempt(store, _ => new DeliveryWay(content, tool), TimeProvider.System, NullLogger<DeliveryAttempt>.Instance).TryAsync(delivery, TestContext.Current.CancellationToken);

        await store.Received(1).PostponeToEvaluateAsync(
            delivery,
            Arg.Is<IReadOnlyCollection<StoredMoment>>(moments => moments.Single() == delivery.Moments[0]),
            Arg.Any<DateTimeOffset>(),
            "Detection has yet to tell by which source the people in it live together.",
            Arg.Any<DateTimeOffset>(),
            Arg.Any<CancellationToken>());
        await store.DidNotReceiveWithAnyArgs().RefuseAsync(null!, null!, [], default, TestContext.Current.CancellationToken);
        tool.ReceivedCalls().ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobodys_facts_are_read_for_it_when_no_objection_can_wait()
    {
        (await SignalContent.WaitsForObjectionAsync(Delivery(TellingKind.Issued), store, Now, TestContext.Current.CancellationToken)).ShouldBeFalse();
        await store.DidNotReceiveWithAnyArgs().NearbyFactsAsync(default, TestContext.Current.CancellationToken);
    }

    private void Knows(Fact fact) => store.NearbyFactsAsync(Anna, TestContext.Current.CancellationToken)
        .Returns(new NearbyFacts(Anna, new Dictionary<CitizenRef, IReadOnlyList<Fact>> { [Anna] = [fact] }));

    private Task TryAsync()
    {
        var content = new SignalContent(new RuleSet([], []), new RightSet([], []), new LegalGate([]), []);
        var attempt = new DeliveryAttempt(store, _ => new DeliveryWay(content, tool), TimeProvider.System, NullLogger<DeliveryAttempt>.Instance);
        return attempt.TryAsync(Delivery(TellingKind.Withdrawn), TestContext.Current.CancellationToken);
    }

    private static DueDelivery Delivery(TellingKind kind)
    {
        var moment = new Moment("ontslag", "ontslag", Anna, new FactIdentity("magda", "r", "end"), "employment-ended", Now.AddDays(-1), Now.AddDays(-1));
        var stored = new StoredMoment(Guid.NewGuid(), moment, IsWithdrawn: kind == TellingKind.Withdrawn) { Chosen = [new ChosenPartner("ocmw-gent", "inbox", null, "municipality")] };
        return new DueDelivery(Guid.NewGuid(), Guid.NewGuid(), kind, [stored], "ocmw-gent", "inbox", null, "municipality", 1, Now);
    }
}
