using System.Reflection;
using System.Text;
using IntegrationHub.Contracts;
using IntegrationHub.Storage.Journal;
using IntegrationHub.Storage.Operations;

namespace IntegrationHub.Fuzzing.Tests.Hub;

/// <summary>Stands before the journal: looks at each page as it would be stored, and hands every fortieth on, for a database takes more time than all the rest.</summary>
public class JournalSpy : DispatchProxy
{
    private const int HandedOn = 40;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private IJournalStore journal = null!;
    private Witness witness = null!;
    private int pages;

    internal static IJournalStore Before(IJournalStore journal, Witness witness)
    {
        var spy = Create<IJournalStore, JournalSpy>();
        ((JournalSpy)(object)spy).journal = journal;
        ((JournalSpy)(object)spy).witness = witness;
        return spy;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        if (targetMethod?.Name == nameof(IJournalStore.AppendAsync))
        {
            var page = (JournalPage)args![0]!;
            Look(page);
            witness.Count(page.Records.Count, page.Quarantined.Count);
            if (++pages % HandedOn != 0)
            {
                var counts = new IntakeCounts(page.Records.Count + page.Quarantined.Count, page.Records.Count, 0, page.Quarantined.Count, 0, 0);
                return Task.FromResult(new AppendResult(new bool[page.Records.Count], counts, 0, 0));
            }
        }

        return targetMethod!.Invoke(journal, args);
    }

    private void Look(JournalPage page)
    {
        foreach (var record in page.Records)
        {
            Storable("the id of a record", record.RecordId);
            foreach (var fact in record.Facts)
            {
                Whole("the key of a fact", fact.Key);
                // Names of institutions and codes of the source's own stand in the clear, and an input may be spliced so that anything stands there.
                Whole($"a {fact.Contract}", Strict.GetString(FactContract.Serialize(fact.Fact)));
            }
        }

        foreach (var record in page.Quarantined)
        {
            Storable("the id of a quarantined record", record.RecordId);
            Storable("the kind of a quarantined record", record.Kind);
            Storable("a reason", record.Reasons);
            if (record.Reasons.Length < 20)
                witness.Note("a record is quarantined without a reason");
            if (record.Reasons.Contains("one on which it fails with", StringComparison.Ordinal))
                witness.Note($"an adapter fails on a record of kind {record.Kind}: {record.Reasons}");
            if (record.Reasons.Contains("Report this to the maker of the adapter", StringComparison.Ordinal))
                witness.Note($"an adapter makes facts that cannot be stored of a record of kind {record.Kind}: {record.Reasons}");
        }

        if (page.Checkpoint is { } checkpoint)
            Storable("a checkpoint", checkpoint);
    }

    // PostgreSQL takes no NUL, neither store takes half a character, and no id or reason says who somebody is.
    private void Storable(string what, string text)
    {
        Whole(what, text);
        witness.Look(what, text);
    }

    private void Whole(string what, string text)
    {
        if (text.Contains('\0'))
            witness.Note($"{what} holds a NUL, which PostgreSQL refuses with the whole page");
        try
        {
            Strict.GetByteCount(text);
        }
        catch (EncoderFallbackException)
        {
            witness.Note($"{what} holds half a character, which PostgreSQL refuses with the whole page");
        }
    }
}
