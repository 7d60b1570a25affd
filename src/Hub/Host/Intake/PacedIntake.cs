using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Host.Intake;

/// <summary>The way in for a source that sends by itself: closed while too much waits to be processed.</summary>
internal sealed class PacedIntake(IIntake intake, Backlog backlog) : IIntake
{
    public async Task<IReadOnlyList<RecordOutcome>> AcceptAsync(SourceBatch batch, CancellationToken token) =>
        await backlog.IsFullAsync(token) ? throw new RetryLaterException(Backlog.Later, Backlog.Reason) : await intake.AcceptAsync(batch, token);
}
