namespace IntegrationHub.Host.Scheduling;

/// <summary>When one pull source runs.</summary>
/// <param name="SourceId">Id of a configured pull source.</param>
/// <param name="Cron">Six or seven fields, seconds first, read in Europe/Brussels: <c>0 0/15 * * * ?</c>. See <see cref="CronText.Problem"/>.</param>
public sealed record SourceSchedule(string SourceId, string Cron);
