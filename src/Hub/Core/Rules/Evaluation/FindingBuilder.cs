using IntegrationHub.Core.Detection;

namespace IntegrationHub.Core.Rules.Evaluation;

/// <summary>Gathers what the rules find on one timeline.</summary>
internal struct FindingBuilder
{
    private List<Moment>? moments;
    private DateTimeOffset? recheckAt;

    public void Add(Moment moment) => (moments ??= []).Add(moment);

    public void RecheckAt(DateTimeOffset? time)
    {
        if (time is not null && (recheckAt is null || time < recheckAt))
            recheckAt = time;
    }

    public readonly Finding Build() => moments is null && recheckAt is null ? Finding.Nothing : new Finding(moments ?? (IReadOnlyList<Moment>)[], recheckAt);
}
