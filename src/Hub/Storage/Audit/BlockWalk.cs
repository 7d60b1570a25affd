using System.Globalization;
using System.Text;
using IntegrationHub.Core.Privacy;

namespace IntegrationHub.Storage.Audit;

/// <summary>
/// Goes along the blocks and their entries in order and tells where they are not what was sealed. After a fault it goes on from what stands there, so that each fault is told once.
/// </summary>
/// <param name="keys">Every key that sealed a block.</param>
/// <param name="head">The head that was kept elsewhere; null for none.</param>
/// <param name="keptSince">What was sealed since must all be there; null where that is not asked.</param>
/// <param name="tell">Takes a fault.</param>
internal sealed class BlockWalk(AuditKeys keys, AuditHead? head, DateTimeOffset? keptSince, Action<AuditFault> tell) : IDisposable
{
    private readonly BlockMac mac = new(keys);

    /// <summary>The block before; null at the beginning.</summary>
    private StoredBlock? before;
    private StoredBlock? block;
    private bool canCompare;
    private long seen;
    private long missing;
    private bool isInOrder;
    private long firstId;
    private long lastId;

    public StoredBlock? Last => before;

    public StoredBlock? Anchor { get; private set; }

    public bool IsHeadCompared { get; private set; }

    public long Blocks { get; private set; }

    public long Entries { get; private set; }

    public long? Current => block?.Number;

    /// <summary>The next block; its entries follow.</summary>
    public void Begin(StoredBlock next)
    {
        (block, seen, missing, isInOrder, firstId, lastId) = (next, 0, -1, true, 0, 0);
        Blocks++;
        canCompare = !IsAnchor(next) && keys.Has(next.KeyId);
        if (IsAnchor(next))
            return;
        if (!canCompare)
            Tell(AuditFaultKind.KeyMissing, $"was sealed with the key '{next.KeyId}', which is not in keys.audit. Put it there to verify this block.");
        if (next.Number != (before?.Number ?? 0) + 1)
        {
            // What it was sealed upon is gone, so that it cannot be verified itself.
            Tell(AuditFaultKind.BlocksRemoved, $"follows upon block {before?.Number ?? 0}: what was between them was removed.");
            canCompare = false;
        }

        if (next.Anchor is not null || next.AnchorKey is not null)
            Tell(AuditFaultKind.Changed, "says that what came before it was past its term, and it is still there.");
        if (canCompare)
            mac.Begin(before?.Mac ?? BlockMac.BeforeFirst, next);
    }

    /// <summary>The next entry of the block.</summary>
    public void Entry(byte[]?[] columns)
    {
        Entries++;
        var position = columns[StoredEntry.Position];
        if (missing < 0 && !position.AsSpan().SequenceEqual(StoredBlock.Text(seen)))
            missing = seen;
        seen++;
        var id = long.Parse(columns[0]!, CultureInfo.InvariantCulture);
        isInOrder &= id > lastId;
        (firstId, lastId) = (firstId == 0 ? id : Math.Min(firstId, id), Math.Max(lastId, id));
        if (canCompare)
            mac.Entry(columns);
    }

    /// <summary>An entry of a block that is not there.</summary>
    public void Stray(long number, byte[]?[] columns)
    {
        Entries++;
        tell(new AuditFault(AuditFaultKind.EntriesAdded, number, $"Entry {Encoding.UTF8.GetString(columns[0]!)} stands in block {number}, which is not there."));
    }

    public void End()
    {
        var ended = block!;
        if (IsAnchor(ended))
            EndAnchor(ended);
        else
            EndBlock(ended);
        if (head?.Block == ended.Number)
        {
            IsHeadCompared = true;
            if (head != ended.Head)
                Tell(AuditFaultKind.Rewritten, "is not the one that the head file knows: it, or one before it, was sealed again by somebody who has a key.");
        }

        (before, block) = (ended, null);
    }

    /// <summary>After the last block.</summary>
    public void Finish()
    {
        var last = before?.Number ?? 0;
        if (head is not null && Anchor is { } anchor && head.Block < anchor.Number && head.SealedAt >= keptSince)
        {
            tell(new AuditFault(
                AuditFaultKind.BlocksRemoved,
                head.Block,
                $"The head file knows block {head.Block}, of {head.SealedAt:yyyy-MM-dd HH:mm:ss} UTC, which is not past its term, and what is kept begins after block {anchor.Number}: it was removed by somebody who has a key."));
        }

        if (head is null || head.Block <= last)
            return;
        IsHeadCompared = true;
        tell(new AuditFault(
            AuditFaultKind.TailCut,
            head.Block,
            $"The log ends at block {last} with {before?.Total ?? 0} entries; the head file knows block {head.Block} with {head.Total}. What came after was cut off."));
    }

    public void Dispose() => mac.Dispose();

    private bool IsAnchor(StoredBlock one) => before is null && one.Anchor is not null;

    private void EndAnchor(StoredBlock ended)
    {
        if (ended.AnchorKey is null || !keys.Has(ended.AnchorKey))
            Tell(AuditFaultKind.KeyMissing, $"is where what is kept begins, said with the key '{ended.AnchorKey}', which is not in keys.audit. Put it there to verify this.");
        else if (!mac.Anchor(ended, ended.AnchorKey).AsSpan().SequenceEqual(ended.Anchor))
            Tell(AuditFaultKind.BlocksRemoved, "is not where what is kept begins, as it says: what came before it was removed by somebody who has no key, or it was changed.");
        if (seen > 0)
            Tell(AuditFaultKind.EntriesAdded, $"was past its term and has {seen} entries nevertheless.");
        if (ended.Head.SealedAt >= keptSince)
            Tell(AuditFaultKind.BlocksRemoved, $"is where what is kept begins and was sealed on {ended.Head.SealedAt:yyyy-MM-dd}: what came before it was removed before its term, unless retention.audit was shorter then.");
        Anchor = ended;
    }

    private void EndBlock(StoredBlock ended)
    {
        var matches = canCompare && mac.End().AsSpan().SequenceEqual(ended.Mac);
        if (seen < ended.Entries)
            Tell(AuditFaultKind.EntriesRemoved, $"was sealed with {ended.Entries} entries and has {seen}{(missing >= 0 ? $": the one at position {missing} is gone" : ": the last are gone")}.");
        else if (seen > ended.Entries)
            Tell(AuditFaultKind.EntriesAdded, $"was sealed with {ended.Entries} entries and has {seen}.");
        else if (canCompare && !matches && !isInOrder)
            Tell(AuditFaultKind.Swapped, "has entries that changed places.");
        else if (canCompare && !matches)
            Tell(AuditFaultKind.Changed, $"does not match its seal: something in it was changed{(Blocks > 1 ? $", or block {ended.Number - 1} was sealed again" : "")}.");
    }

    private void Tell(AuditFaultKind kind, string what) =>
        tell(new AuditFault(kind, block!.Number, $"Block {block.Number}{(firstId > 0 ? $" (entries {firstId} to {lastId})" : "")} {what}"));
}
