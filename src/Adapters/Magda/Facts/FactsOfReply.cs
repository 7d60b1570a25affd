using System.Xml.Linq;
using IntegrationHub.Adapters.Magda.Replies;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Facts;

/// <summary>Collects the facts of one reply, or the reasons why it is rejected: one reason rejects the reply whole.</summary>
internal sealed class FactsOfReply(Insz asked)
{
    private readonly List<NormalisedFact> facts = [];
    private readonly List<Rejection> rejections = [];
    private Insz? replacement;

    /// <summary>Whom the facts are about: the citizen asked, or whoever replaces her number.</summary>
    public Insz Citizen => replacement ?? asked;

    public IReadOnlyList<Rejection> Rejections => rejections;

    public void Add(string key, Fact fact, PersonDetails? person = null, IReadOnlyList<Insz>? others = null) =>
        facts.Add(new(key, Citizen, fact) { Person = person, Others = others ?? [] });

    public void Reject(string field, string expected, string toDo, string? code = null) => rejections.Add(new(field, expected, toDo, code));

    /// <summary>MAGDA warns (30004) that the number asked was replaced. The annotation carries the new one; the content may name the old or the new.</summary>
    public void Replace(Uitzondering warning, string kind, XElement? inhoud)
    {
        var text = warning.NewInsz ?? (kind == "GeefPersoon" ? inhoud?.Element("Persoon")?.Element("INSZ")?.Value.Trim() : null);
        if (!Insz.TryParse(text, out var found) || found == asked)
        {
            Reject(warning.Path, "an annotation 'Nieuw INSZ' with another INSZ than the one asked", "Ask MAGDA's helpdesk for the new number.", warning.Code);
            return;
        }

        facts.Add(new("identity", asked, new CitizenIdentityReplaced { OccurredAt = PartialDate.Unknown }) { Others = [found] });
        replacement = found;
    }

    /// <summary>Whether the reply may be stored when it names this number: the one asked, or the one that replaces it.</summary>
    public bool IsAbout(string? insz) => Insz.TryParse(insz, out var read) && (read == asked || read == Citizen);

    /// <summary>Rejects the reply: it is about somebody else.</summary>
    public void RejectOther(string field) => Reject(
        field,
        "the INSZ that was asked, found another one or none, and no warning 30004 that it was replaced",
        "Ask MAGDA's helpdesk. Nothing of this reply was stored.",
        "other-insz");

    public Normalised ToNormalised() => rejections.Count > 0 ? Normalised.Reject(rejections) : Normalised.Accept(facts);
}
