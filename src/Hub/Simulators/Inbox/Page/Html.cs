using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace IntegrationHub.Simulators.Inbox.Page;

/// <summary>A piece of HTML. Made by interpolation alone, which encodes every hole that is not HTML itself: what arrives cannot become a tag.</summary>
internal readonly record struct Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly string? text;

    private Html(string text) => this.text = text;

    public static Html Empty => default;

    public bool IsEmpty => string.IsNullOrEmpty(text);

    public static Html Of(Builder content) => new(content.ToString());

    public static Html Join(IEnumerable<Html> parts) => new(string.Concat(parts));

    public override string ToString() => text ?? "";

    [InterpolatedStringHandler]
    public readonly ref struct Builder(int literalLength, int formattedCount)
    {
        private readonly StringBuilder content = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => content.Append(literal);

        public void AppendFormatted(Html html) => content.Append(html.text);

        public void AppendFormatted(string? value) => content.Append(Encoder.Encode(value ?? ""));

        public void AppendFormatted(long value) => content.Append(value);

        public override string ToString() => content.ToString();
    }
}
