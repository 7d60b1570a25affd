namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>One signal on the page.</summary>
internal sealed class SignalCard(InboxTexts texts, PageTime time)
{
    public Html Render(InboxItem item)
    {
        var signal = item.Signal;
        var domain = LifeDomain.Of(signal.MomentCode);
        var id = $"melding-{signal.SignalId:N}";
        var title = texts.Pick(signal.Title) is { Length: > 0 } given ? given : Readable.Words(signal.MomentCode);
        return Html.Of($"""
            <li id="{id}">
            <article class="card {domain.Id}{(item.IsWithdrawn ? " withdrawn" : "")}" aria-labelledby="{id}-title">
              <header>
                <span class="icon"><svg aria-hidden="true"><use href="/inbox.svg#{domain.Id}"/></svg></span>
                <div>
                  <p class="meta"><span class="domain">{domain.Name(texts)}{Priority(signal)}</span> <span class="arrived">{Arrived(item)}</span></p>
                  <h2 id="{id}-title">{Title(title, item.IsWithdrawn)}</h2>
                </div>
              </header>
              {Withdrawal(item)}
              {Text(item)}
              {Moments(signal)}
              <dl class="facts">
                {Row(texts.Citizen, Citizen(signal))}
                {Row(texts.HappenedOn, signal.OccurredAt is { } at && signal.Moments.Count < 2 ? time.Day(at) : Html.Empty)}
                {Row(texts.ExpiresAt, signal.ExpiresAt is { } expires ? time.DayAlone(expires) : Html.Empty)}
                {Row(texts.Municipality, Plain(signal.Municipality is { } nis ? MunicipalityNames.Of(nis) : null))}
                {Row(texts.Recipient, Recipient(signal))}
                {Row(texts.Remark, Plain(signal.Person?.Remark))}
              </dl>
              {(item.IsWithdrawn ? Html.Empty : new RightsSection(texts, time).Render(signal))}
              <footer aria-labelledby="{id}-why">
                <h3 id="{id}-why">{texts.WhySignal}</h3>
                {Note(texts.Sources, Plain(string.Join(", ", signal.Sources.Select(Readable.Partner))))}
                {Note(texts.KnownAt, signal.KnownAt is { } known ? time.Moment(known) : Html.Empty)}
                {Note(texts.LegalBasis, Plain(signal.LegalBasis))}
              </footer>
            </article>
            </li>

            """);
    }

    private static Html Title(string title, bool isWithdrawn) => isWithdrawn ? Html.Of($"<del>{title}</del>") : Plain(title);

    private Html Arrived(InboxItem item) => item.UpdatedAt is { } updated
        ? Html.Of($"{texts.Updated} {time.Moment(updated)}")
        : Html.Of($"{texts.Arrived} {time.Moment(item.ReceivedAt)}");

    private Html Priority(InboxSignal signal) => signal.Priority switch
    {
        "urgent" => Html.Of($""" <strong class="urgent">{texts.Urgent}</strong>"""),
        "high" => Html.Of($""" <strong class="high">{texts.High}</strong>"""),
        _ => Html.Empty,
    };

    private Html Moments(InboxSignal signal) => signal.Moments.Count < 2
        ? Html.Empty
        : Html.Of($"""
            <section class="moments">
                <h3>{texts.Moments}</h3>
                <ul>{Html.Join(signal.Moments.Select(Moment))}</ul>
              </section>
            """);

    private Html Moment(InboxMoment moment)
    {
        var title = texts.Pick(moment.Title) is { Length: > 0 } given ? given : Readable.Words(moment.Code);
        var parts = new List<Html> { Html.Of($"""<span class="name">{title}</span>""") };
        parts.Add(Html.Of($"<span>{(moment.IsOfHouseholdMember ? texts.HouseholdMember : texts.ThisPerson)}</span>"));
        if (moment.OccurredAt is { } at)
            parts.Add(Html.Of($"<span>{time.Day(at)}</span>"));
        if (moment.Sources.Count > 0)
            parts.Add(Html.Of($"<span>{string.Join(", ", moment.Sources.Select(Readable.Partner))}</span>"));
        return Html.Of($"<li>{Html.Join(parts)}</li>");
    }

    private Html Withdrawal(InboxItem item)
    {
        if (!item.IsWithdrawn)
            return Html.Empty;
        var reason = item.WithdrawalText is { } given ? texts.Pick(given) : "";
        var why = reason.Length > 0 && (item.IsWithdrawalAlone || reason != texts.Pick(item.Signal.Text)) ? reason : texts.WithdrawnPlain;
        return Html.Of($"""<p class="why"><strong>{texts.WithdrawnBecause}</strong> {why}</p>""");
    }

    // The withdrawal came, the signal itself did not: its text is the reason, shown once.
    private Html Text(InboxItem item) => texts.Pick(item.Signal.Text) is { Length: > 0 } text && !item.IsWithdrawalAlone
        ? Html.Of($"""<p class="text">{(item.IsWithdrawn ? Html.Of($"<del>{text}</del>") : Plain(text))}</p>""")
        : Html.Empty;

    private Html Citizen(InboxSignal signal)
    {
        var name = $"{signal.Person?.GivenNames} {signal.Person?.FamilyName}".Trim();
        var lines = new List<Html>();
        if (name.Length > 0)
            lines.Add(Html.Of($"""<span class="name">{name}</span>"""));
        if (signal.Insz is { Length: > 0 } insz)
            lines.Add(Html.Of($"""<span class="insz">{texts.Insz} <span class="digits">{Readable.Insz(insz)}</span></span>"""));
        if (lines.Count == 0)
            lines.Add(Html.Of($"""<span class="reference">{texts.Reference} {signal.Citizen}</span>"""));
        lines.AddRange(Lines(signal.Person?.Street, signal.Person?.Locality, signal.Person?.Telephone, signal.Person?.Email));
        return Html.Join(lines);
    }

    private Html Recipient(InboxSignal signal) => Html.Of(
        $"""<span>{Readable.Partner(signal.Recipient)}</span><span class="worker">{texts.Worker}: <span class="code">{signal.Worker ?? texts.NoWorker}</span></span>""");

    private static IEnumerable<Html> Lines(params string?[] values) =>
        values.Where(value => !string.IsNullOrWhiteSpace(value)).Select(value => Html.Of($"<span>{value}</span>"));

    private static Html Plain(string? text) => Html.Of($"{text}");

    private static Html Row(string term, Html value) => value.IsEmpty ? Html.Empty : Html.Of($"<div><dt>{term}</dt><dd>{value}</dd></div>");

    private static Html Note(string term, Html value) => value.IsEmpty ? Html.Empty : Html.Of($"<p><span>{term}</span> {value}</p>");
}
