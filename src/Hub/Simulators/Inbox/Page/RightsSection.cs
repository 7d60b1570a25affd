namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>The rights of one signal: their names at a glance, what says so and what remains to be done behind each. What may apply, never what is granted.</summary>
internal sealed class RightsSection(InboxTexts texts, PageTime time)
{
    public Html Render(InboxSignal signal)
    {
        var rights = signal.Rights.Select(right => Details(right, signal))
            .Concat(signal.RightsToExplore.Where(id => signal.Rights.All(right => right.Id != id)).Select(id => Html.Of($"""<li class="bare">{Readable.Words(id)}</li>""")))
            .ToList();
        return rights.Count == 0
            ? Html.Empty
            : Html.Of($"""
                <section class="rights">
                    <h3>{texts.Rights}</h3>
                    <ul>{Html.Join(rights)}</ul>
                  </section>
                """);
    }

    private Html Details(InboxRight right, InboxSignal signal) => Html.Of($"""
        <li><details data-right="{right.Id}">
              <summary><span class="name">{Name(right)}</span> <span class="grant">{texts.Grant(right.Grant)}</span></summary>
              {Why(right, signal)}
              {Steps(right)}
              <p class="authority">{right.Authority} {Link(right)}</p>
            </details></li>
        """);

    private string Name(InboxRight right) => texts.Pick(right.Name) is { Length: > 0 } given ? given : Readable.Words(right.Id);

    private Html Why(InboxRight right, InboxSignal signal)
    {
        var reasons = new List<Html>();
        if (right.Why is { } why && texts.Pick(why.Text) is { Length: > 0 } said)
            reasons.Add(Html.Of($"<p><span>{texts.WhyRight}</span> {said}{When(why)}{(why.Source is { Length: > 0 } source ? $" ({Readable.Partner(source)})" : "")}</p>"));
        var brought = signal.Rights.Where(other => right.Follows.Contains(other.Id)).Select(Name).ToList();
        if (brought.Count > 0)
            reasons.Add(Html.Of($"<p><span>{texts.FollowsFrom}</span> {string.Join(", ", brought)}</p>"));
        return reasons.Count == 0 ? Html.Empty : Html.Of($"""<div class="reason">{Html.Join(reasons)}</div>""");
    }

    private Html When(InboxReason why) => why.OccurredAt is { } at ? Html.Of($", {time.Day(at)}") : Html.Empty;

    private Html Steps(InboxRight right)
    {
        var steps = right.Steps.GetValueOrDefault(texts.Language) ?? right.Steps.Values.FirstOrDefault() ?? [];
        return steps.Count == 0 ? Html.Empty : Html.Of($"<ol>{Html.Join(steps.Select(step => Html.Of($"<li>{step}</li>")))}</ol>");
    }

    // What arrives could name any scheme, and a click would run it.
    private Html Link(InboxRight right) => Uri.TryCreate(right.Link, UriKind.Absolute, out var link) && link.Scheme == Uri.UriSchemeHttps
        ? Html.Of($"""<a href="{link.AbsoluteUri}" target="_blank" rel="noopener noreferrer">{texts.MoreAbout} {Name(right)}</a>""")
        : Html.Empty;
}
