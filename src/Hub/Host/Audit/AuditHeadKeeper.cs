using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Storage.Audit;

namespace IntegrationHub.Host.Audit;

/// <summary>
/// Copies the head of the log to the file, and never another log over what the file knows: the block of the file must still be there with its MAC, else the file stays as it is, for
/// <c>hub audit verify</c> to tell by, and the log of this host says so.
/// </summary>
internal sealed class AuditHeadKeeper(AuditHeadFile file, IAuditStore log, ILogger<AuditHeadKeeper> logger)
{
    /// <summary>What this host wrote or read last; the file may be taken away.</summary>
    private AuditHead? known;
    private string told = "";

    /// <summary>Why the head was not copied the last time; empty when it was.</summary>
    public string Problem => told;

    /// <summary>Returns whether entries wait to be sealed.</summary>
    /// <param name="keptSince">What was sealed since is not past its term: when the file knows such a block and it is gone, it was not the retention that took it.</param>
    /// <param name="token">Cancels.</param>
    public async Task<bool> CopyAsync(DateTimeOffset keptSince, CancellationToken token)
    {
        // The file first: what it knows is in the store then, also when another host of this folder writes it meanwhile.
        AuditHead? inFile = null;
        var problem = "";
        try
        {
            inFile = file.Read();
        }
        catch (Exception exception) when (exception is PermanentFailureException or IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
        }

        if (inFile is not null)
            known = inFile;
        var heads = await log.HeadsAsync(known?.Block, token);
        if (problem.Length == 0)
            problem = ProblemOf(heads, keptSince);
        if (problem.Length == 0 && heads.Last is { } last && (inFile is null || last.Block > inFile.Block))
            problem = Write(last);
        if (problem != told && problem.Length > 0)
            logger.LogError("The head of the audit log is not copied any more. {Problem}", problem);
        told = problem;
        return heads.UnsealedSince is not null;
    }

    private string ProblemOf(AuditHeads heads, DateTimeOffset keptSince)
    {
        if (known is null || known == heads.Known)
            return "";
        var isBegun = heads.First is { } first && heads.Known is null && first.Block > known.Block;
        if (isBegun && known.SealedAt < keptSince && heads.First!.SealedAt < keptSince)
            return "";
        var what = isBegun ? $"is not there any more and not past its term: the log begins after block {heads.First!.Block} now"
            : heads.Known is null ? "is not there any more: the log was cut off"
            : "is another now: the log was written again";
        return $"Block {known.Block}, which {file.Location} knows, {what}, or the store was restored from before it. See hub audit verify; if it was you, hub audit restart-head.";
    }

    private string Write(AuditHead last)
    {
        try
        {
            file.Write(last);
            known = last;
            return "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"{exception.Message} Let the account of the hub write there, or set audit.head in hub.json to a file elsewhere.";
        }
    }
}
