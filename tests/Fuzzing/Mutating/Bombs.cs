using System.Text;

namespace IntegrationHub.Fuzzing.Tests.Mutating;

/// <summary>Small texts that a careless parser makes large, deep or endless.</summary>
internal static class Bombs
{
    private const string Entities =
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">"
        + "<!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\"><!ENTITY x SYSTEM \"file:///etc/passwd\"><!ENTITY % p SYSTEM \"http://127.0.0.1:1/x.dtd\"> %p;]>";

    private const string Aliases = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: &e [*d,*d,*d,*d,*d,*d,*d,*d,*d]\nf: &f [*e,*e,*e,*e,*e,*e,*e,*e,*e]\n";

    private static readonly (string Open, string Close)[] Nests =
    [
        ("[", "]"), ("{\"a\":", "}"), ("[{\"entry\":", "}]"), ("<a>", "</a>"), ("<a b=\"c\">", "</a>"), ("<n xmlns=\"urn:n\">", "</n>"), ("{a: ", "}"), ("- ", ""), ("? ", ""), ("(", ")"), ("&", ""), ("^", ""), ("\\E\\", ""), ("{\"contained\":[", "]}"), ("<extension><valueReference>", "</valueReference></extension>"),
    ];

    public static byte[] Nest(Random random)
    {
        var depth = random.Next(6) switch { 0 => random.Next(1_000, 20_000), 1 or 2 => random.Next(200, 1_000), _ => random.Next(10, 200) };
        var (open, close) = Nests[random.Next(Nests.Length)];
        var closed = random.Next(3) switch { 0 => 0, 1 => depth, _ => random.Next(depth) };
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(open, depth)) + "x" + string.Concat(Enumerable.Repeat(close, closed)));
    }

    /// <summary>A document type with entities before the root, and one of them used somewhere.</summary>
    public static byte[] WithEntities(Random random, byte[] xml)
    {
        var text = Encoding.UTF8.GetString(xml);
        var root = text.IndexOf("?>", StringComparison.Ordinal) is var end and >= 0 ? end + 2 : 0;
        var inside = text.IndexOf('>', Math.Min(text.Length, root + 1));
        var used = inside < 0 ? text[root..] : text[root..(inside + 1)] + (random.Next(2) == 0 ? "&f;" : "&x;") + text[(inside + 1)..];
        return Encoding.UTF8.GetBytes(text[..root] + Entities + used);
    }

    public static byte[] WithAliases(Random random, byte[] yaml) => Encoding.UTF8.GetBytes(random.Next(3) switch
    {
        0 => Aliases + Encoding.UTF8.GetString(yaml),
        1 => "loop: &loop [*loop]\n" + Encoding.UTF8.GetString(yaml),
        _ => Encoding.UTF8.GetString(yaml) + "\n" + Aliases + "rules: *f\nrecords: *f\nread: *f\nwhen: *f\n",
    });
}
