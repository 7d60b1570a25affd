using IntegrationHub.Core.Detection;
using IntegrationHub.Core.Rules;
using IntegrationHub.Core.Signals;
using IntegrationHub.Storage.Delivery;

namespace IntegrationHub.Host.Commands;

/// <summary>A signal with the rules that found what is in it, for who asks why.</summary>
internal sealed class SignalStory(SignalDetail signal, RuleSet rules)
{
    public SignalDetail Signal => signal;

    /// <summary>The rule as it is now; null when it was taken away.</summary>
    public Rule? RuleOf(Moment moment) => rules.Find(moment.Rule);

    /// <summary>Whether the text of the rule is another by now.</summary>
    public bool IsChanged(Moment moment) => RuleOf(moment) is not null && moment.RuleFingerprint.Length > 0 && rules.FingerprintOf(moment.Rule) != moment.RuleFingerprint;

    /// <summary>What was waited for, in words.</summary>
    public string WaitedFor(Moment moment)
    {
        var waited = moment.CountsAt - moment.OccurredAt;
        var days = waited < TimeSpan.FromDays(1) ? "nothing" : $"{Math.Round(waited.TotalDays)} days";
        if (RuleOf(moment) is not { } rule || IsChanged(moment))
            return days;
        var period = rule.Wait?.ToString() ?? "nothing";
        var unless = string.Join(" or ", rule.Unless.Select(fact => fact.Contract).Distinct());
        return (unless, rule.Wait) switch
        {
            ("", _) => period,
            (_, null) => $"{period}; {unless} would have held it back",
            _ => $"{period}, unless {unless}",
        };
    }

    /// <summary>Why a partner was chosen, in words.</summary>
    public static string WhyChosen(ChosenPartner partner) => partner.Reason switch
    {
        Recipient.KnownCaseWorker => "it has a file open for her",
        "municipality" => "it serves her municipality",
        "mutuality" => "it serves the members of her ziekenfonds",
        _ => partner.Reason,
    };

    public object ToJson() => new
    {
        id = signal.Id,
        priority = signal.Priority,
        issuedAt = signal.IssuedAt,
        expiresAt = signal.ExpiresAt,
        withdrawnAt = signal.WithdrawnAt,
        moments = signal.Moments.Select(Row),
        deliveries = signal.Deliveries,
    };

    private object Row(MomentDetail detail)
    {
        var moment = detail.Stored.Moment;
        var rule = RuleOf(moment);
        return new
        {
            id = detail.Stored.Id,
            code = moment.Code,
            title = rule?.Title,
            text = rule?.Text,
            citizen = moment.Citizen,
            rule = new { id = moment.Rule, file = rule?.File, fingerprint = moment.RuleFingerprint, isConfigured = rule is not null, isChanged = IsChanged(moment) },
            outcome = detail.Stored.Outcome,
            priority = detail.Stored.Priority,
            occurredAt = moment.OccurredAt,
            countsAt = moment.CountsAt,
            knownAt = moment.KnownAt,
            detectedAt = detail.DetectedAt,
            expiresAt = moment.ExpiresAt,
            withdrawnAt = detail.WithdrawnAt,
            waitedFor = WaitedFor(moment),
            grounds = moment.Grounds,
            chosen = detail.Stored.Chosen,
        };
    }
}
