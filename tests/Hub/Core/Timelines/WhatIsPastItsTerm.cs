using IntegrationHub.Contracts;
using IntegrationHub.Core.Timelines;

namespace IntegrationHub.Core.Tests.Timelines;

public sealed class WhatIsPastItsTerm
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Term = Now.AddYears(-5);
    private static readonly DateTimeOffset LongAgo = Now.AddYears(-6);
    private static readonly DateTimeOffset Lately = Now.AddYears(-1);
    private static readonly CitizenRef Anna = new(Guid.Parse("0a000000-0000-4000-8000-000000000001"));

    [Fact]
    public void A_job_that_ended_goes_with_its_end() => Going((Started("a"), LongAgo), (Ended("b"), LongAgo)).ShouldBe([0, 1]);

    [Fact]
    public void A_job_that_runs_stays() => Going((Started("a"), LongAgo)).ShouldBeEmpty();

    [Fact]
    public void What_ended_something_stays_as_long_as_what_it_ended() => Going((Started("a"), Lately), (Ended("b"), LongAgo)).ShouldBeEmpty();

    [Fact]
    public void What_a_later_version_replaced_before_the_term_goes_although_the_fact_runs() =>
        Going((Started("a"), LongAgo), (Started("a") with { Revision = 2 }, LongAgo), (Started("a") with { Revision = 3 }, Lately)).ShouldBe([0]);

    [Fact]
    public void What_was_withdrawn_long_ago_goes_with_its_withdrawal() => Going((Started("a"), LongAgo), (Withdrawn("a"), LongAgo)).ShouldBe([0, 1]);

    [Fact]
    public void What_was_withdrawn_lately_stays_withdrawn() => Going((Ended("a"), LongAgo), (Withdrawn("a"), Lately)).ShouldBeEmpty();

    [Fact]
    public void What_something_rests_on_stays() => Going(identity => identity.RecordId == "b", (Ended("a"), LongAgo), (Ended("b"), LongAgo)).ShouldBe([0]);

    private static IEnumerable<int> Going(params (Fact, DateTimeOffset)[] versions) => Going(_ => false, versions);

    private static IEnumerable<int> Going(Func<FactIdentity, bool> isNeeded, params (Fact, DateTimeOffset)[] versions) => PastTerm.Of(Anna, versions, Term, Now, isNeeded).Order();

    private static EmploymentStarted Started(string record) => new()
    {
        Citizen = Anna, Source = "dimona", RecordId = record, FactKey = "f", Revision = 1, Employment = "job", StartedOn = new DateOnly(2015, 1, 1), OccurredAt = LongAgo, KnownAt = LongAgo,
    };

    private static EmploymentEnded Ended(string record) => new()
    {
        Citizen = Anna, Source = "dimona", RecordId = record, FactKey = "f", Revision = 1, Employment = "job", EndedOn = new DateOnly(2016, 1, 1), OccurredAt = LongAgo.AddDays(1), KnownAt = LongAgo,
    };

    private static FactWithdrawn Withdrawn(string record) => new()
    {
        Citizen = Anna, Source = "dimona", RecordId = record, FactKey = "f", Revision = 2, OccurredAt = LongAgo, KnownAt = LongAgo, Contract = "employment-started",
    };
}
