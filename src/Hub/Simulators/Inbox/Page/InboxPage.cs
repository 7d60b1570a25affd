namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>The whole page, complete without a script; the script only brings in what changed.</summary>
internal sealed class InboxPage(InboxTexts texts, DateTimeOffset now, bool checksSignatures)
{
    private const int Newest = 100;

    public string Render(InboxSnapshot inbox, bool isWhole)
    {
        var card = new SignalCard(texts, new PageTime(texts, now));
        IReadOnlyList<InboxItem> shown = [.. inbox.Signals.OrderBy(Rank).Take(isWhole ? int.MaxValue : Newest)];
        var other = texts.Language == "nl" ? "en" : "nl";
        return Html.Of($"""
            <!doctype html>
            <html lang="{texts.Language}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{texts.Heading} ({inbox.Open}) - {texts.Product}</title>
            <link rel="stylesheet" href="/inbox.css">
            <link rel="icon" href="/inbox.svg" type="image/svg+xml">
            <script src="/inbox.js" defer></script>
            <noscript><meta http-equiv="refresh" content="10"></noscript>
            </head>
            <body data-version="{inbox.Version}">
            <a class="skip" href="#meldingen">{texts.SkipToContent}</a>
            <header class="top">
              <div class="wide">
                <p class="brand"><svg aria-hidden="true"><use href="/inbox.svg#tray"/></svg> <span>{texts.Product}</span> <span class="practice">{texts.Practice}</span></p>
                <a class="language" href="/?lang={other}" lang="{other}" hreflang="{other}">{texts.OtherLanguage}</a>
              </div>
            </header>
            <main class="wide" id="meldingen" tabindex="-1">
              <div class="head">
                <div>
                  <h1>{texts.Heading}</h1>
                  <p class="lead">{texts.Lead} {texts.RightsNote}</p>
                </div>
                <dl class="counts" id="counts">
                  <div class="open"><dt>{texts.Open}</dt><dd>{inbox.Open}</dd></div>
                  <div><dt>{texts.Withdrawn}</dt><dd>{inbox.Withdrawn}</dd></div>
                  <div><dt>{texts.Received}</dt><dd>{inbox.Received}</dd></div>
                </dl>
              </div>
              <p class="live" id="live" data-live="{texts.Live}" data-lost="{texts.Lost}"><span class="dot" aria-hidden="true"></span><span id="live-text">{texts.Reloads}</span></p>
              <p class="unseen" id="news" role="status" aria-live="polite" data-one="{texts.OneNew}" data-many="{texts.ManyNew}"></p>
              <div id="list">{List(shown, card)}</div>
              {More(inbox, shown.Count)}
            </main>
            <footer class="bottom"><div class="wide" id="notes">{Notes(inbox)}</div></footer>
            </body>
            </html>
            """).ToString();
    }

    // Who has three minutes sees first what cannot wait; within that, the newest. What is withdrawn or of no use any more can wait.
    private int Rank(InboxItem item) => item.IsWithdrawn || item.Signal.ExpiresAt < now ? 2 : item.Signal.Priority switch { "urgent" => 0, "high" => 1, _ => 2 };

    private Html List(IReadOnlyList<InboxItem> shown, SignalCard card) => shown.Count == 0
        ? Html.Of($"""
            <div class="empty"><svg aria-hidden="true"><use href="/inbox.svg#tray"/></svg><h2>{texts.EmptyHeading}</h2><p>{texts.EmptyText}</p></div>
            """)
        : Html.Of($"""<ol class="cards" id="cards" role="list">{Html.Join(shown.Select(card.Render))}</ol>""");

    private Html More(InboxSnapshot inbox, int shown) => inbox.Signals.Count > shown
        ? Html.Of($"""<p class="more"><a href="/?lang={texts.Language}&amp;all=1">{texts.ShowAll}</a></p>""")
        : Html.Empty;

    private Html Notes(InboxSnapshot inbox)
    {
        (long Count, string Text)[] numbers = [(inbox.Duplicates, texts.Duplicates), (inbox.Refused, texts.Refused), (inbox.Failed, texts.Failed)];
        return Html.Join(
        [
            Html.Of($"<p>{(checksSignatures ? texts.SignatureOn : texts.SignatureOff)}</p>"),
            .. numbers.Where(number => number.Count > 0).Select(number => Html.Of($"<p><strong>{number.Count}</strong> {number.Text}</p>")),
        ]);
    }
}
