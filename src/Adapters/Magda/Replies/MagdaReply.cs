using System.Xml;
using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Requests;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>A reply with its errors at all three levels: SOAP Fault, Repliek and Antwoord.</summary>
internal sealed record MagdaReply
{
    /// <summary>Set when the bytes are no reply of the service: why.</summary>
    public Rejection? Unreadable { get; init; }

    /// <summary>Set when it is a SOAP Fault: its code.</summary>
    public string? FaultCode { get; init; }

    /// <summary>A SOAP Fault that says we ask too much.</summary>
    public bool IsThrottleFault { get; init; }

    /// <summary>A SOAP Fault that refuses our signature or identity: it holds for every request.</summary>
    public bool IsSecurityFault { get; init; }

    /// <summary>Exceptions of the message as a whole.</summary>
    public IReadOnlyList<Uitzondering> AtRepliek { get; init; } = [];

    /// <summary>Exceptions of the one answer.</summary>
    public IReadOnlyList<Uitzondering> AtAntwoord { get; init; } = [];

    /// <summary>The answer's content; null when there is none.</summary>
    public XElement? Inhoud { get; init; }

    /// <summary>Every exception, whichever the level.</summary>
    public IEnumerable<Uitzondering> Exceptions => AtRepliek.Concat(AtAntwoord);

    /// <summary>Whether an exception of this meaning stops the answer.</summary>
    public bool Has(CodeMeaning meaning) => Exceptions.Any(one => one.Meaning == meaning);

    public static MagdaReply Read(ReadOnlyMemory<byte> raw, string service, long maxBytes)
    {
        XElement? body;
        try
        {
            body = SafeXml.Read(raw, maxBytes).Root?.Element(RequestEnvelope.Soap + "Body");
        }
        catch (XmlException problem)
        {
            return Not($"line {problem.LineNumber}", "well-formed XML without a DTD, found something else");
        }

        if (body?.Elements().FirstOrDefault() is not { } root)
            return Not("Envelope/Body", "a SOAP 1.1 envelope with a body, found other XML");
        if (root.Name == RequestEnvelope.Soap + "Fault")
            return Fault(root);
        if (root.Name.LocalName != service + "Response" || root.Element("Repliek") is not { } repliek)
            return Not("Envelope/Body", $"{service}Response with a Repliek, found another element");
        var antwoord = repliek.Elements("Antwoorden").Elements("Antwoord").FirstOrDefault();
        return new()
        {
            AtRepliek = Uitzondering.ReadFrom(repliek, "Repliek"),
            AtAntwoord = Uitzondering.ReadFrom(antwoord, "Repliek/Antwoorden/Antwoord"),
            Inhoud = antwoord?.Element("Inhoud"),
        };
    }

    private static MagdaReply Fault(XElement fault)
    {
        var code = TechnicalCode.Of(fault.Element("faultcode")?.Value.Trim().Split(':')[^1] ?? "");
        var text = fault.Element("faultstring")?.Value ?? "";
        return new()
        {
            FaultCode = code,
            IsThrottleFault = text.Contains("throttle rate", StringComparison.OrdinalIgnoreCase),
            // The fault codes of WS-Security 1.1, chapter 12.
            IsSecurityFault = code is "UnsupportedSecurityToken" or "UnsupportedAlgorithm" or "InvalidSecurity" or "InvalidSecurityToken"
                or "FailedAuthentication" or "FailedCheck" or "SecurityTokenUnavailable" or "MessageExpired",
        };
    }

    private static MagdaReply Not(string field, string expected) =>
        new() { Unreadable = new(field, expected, "See what answers at the service's URL: a proxy or another service?") };
}
