using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Host.Intake;
using IntegrationHub.Storage.Journal;
using NSubstitute;

namespace IntegrationHub.Host.Tests.Intake;

public sealed class WhatTheJournalIsTold
{
    private readonly IJournalStore journal = Substitute.For<IJournalStore>();
    private readonly Source source;

    public WhatTheJournalIsTold()
    {
        var normaliser = Substitute.For<IRecordNormaliser>();
        normaliser.Normalise(Arg.Any<SourceRecord>()).Returns(
            call => call.Arg<SourceRecord>().Raw.Span.SequenceEqual("bad"u8) ? Normalised.Reject(new Rejection("einde", "a date", "correct it")) : Normalised.Accept());
        source = ASource.Normalising(normaliser, journal);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JournalPage Page => (JournalPage)journal.ReceivedCalls().Single(call => call.GetMethodInfo().Name == nameof(IJournalStore.AppendAsync)).GetArguments()[0]!;

    [Fact]
    public async Task Of_what_is_rejected_it_is_told_the_version_and_the_place_among_what_was_read()
    {
        await source.Intake.AcceptAsync(new SourceBatch { Records = [Record("a"u8), Record("bad"u8) with { Version = 6 }, Record("b"u8)] }, Token);

        var rejected = Page.Quarantined.ShouldHaveSingleItem();
        (rejected.Version, rejected.Place, Page.IsRetry).ShouldBe((6, 1, false));
        Page.Records.ShouldAllBe(record => record.Rested == null);
    }

    [Fact]
    public async Task Of_what_is_tried_again_it_is_told_as_what_it_rested()
    {
        await source.Intake.AcceptAsync(new SourceBatch { Records = [Record("bad"u8)] }, Token);
        var rested = Page.Quarantined.Single().ContentHash;
        journal.ClearReceivedCalls();
        var readable = Substitute.For<IRecordNormaliser>();
        readable.Normalise(Arg.Any<SourceRecord>()).Returns(Normalised.Accept());

        await ASource.Normalising(readable, journal).Intake.RetryAsync(new SourceBatch { Records = [Record("bad"u8)] }, Token);

        Page.IsRetry.ShouldBeTrue();
        Page.Records.ShouldHaveSingleItem().Rested.ShouldBe(rested);
    }

    private static SourceRecord Record(ReadOnlySpan<byte> raw) => new() { Id = "r1", Kind = "k", Raw = raw.ToArray() };
}
