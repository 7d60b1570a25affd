using Quartz;

namespace IntegrationHub.Host.Scheduling;

/// <summary>How a source is named in the scheduler: one job, and at most one trigger for each reason to run.</summary>
internal static class SourceKeys
{
    public const string JobGroup = "source";

    /// <summary>A trigger's name is the reason that <see cref="Intake.ISourceRunner"/> is given; its group is the source.</summary>
    public const string Schedule = "schedule";
    public const string Now = "now";
    public const string Later = "later";

    public static JobKey Job(string sourceId) => new(sourceId, JobGroup);

    public static TriggerKey Trigger(string sourceId, string reason) => new(reason, sourceId);
}
