using IntegrationHub.Contracts;

namespace IntegrationHub.Core.Objections;

/// <summary>
/// The circumstances by which a citizen objects: she refuses signals of a kind, or disputes what a source says. They protect her, so they are stored whatever the authorisations, and what cannot be read in them
/// protects more and not less.
/// </summary>
public static class ObjectionCodes
{
    /// <summary>She refuses signals: those of the kind that <see cref="Moment"/> names, or all.</summary>
    public const string Refusal = "weigering";

    /// <summary>She says that a fact is wrong: of <see cref="Contract"/>, of <see cref="Source"/> and <see cref="RecordId"/> where these are named.</summary>
    public const string Dispute = "betwisting";

    /// <summary>Attribute of a refusal: a code of moments, or <see cref="Everything"/>.</summary>
    public const string Moment = "moment";

    /// <summary>Every kind of moment.</summary>
    public const string Everything = "alle";

    /// <summary>Attribute of a dispute: wire name of the contract of the fact.</summary>
    public const string Contract = "contract";

    /// <summary>Attribute of a dispute: id of the source that says it.</summary>
    public const string Source = "source";

    /// <summary>Attribute of a dispute: the record that says it, by the id that the hub shows.</summary>
    public const string RecordId = "recordId";

    /// <summary>Attribute of both: the last day.</summary>
    public const string Until = "until";

    private static readonly HashSet<string> Attributes = [Moment, Contract, Source, RecordId, Until];

    /// <summary>Whether a fact is an objection.</summary>
    public static bool IsOne(Fact fact) => fact is CircumstanceReported { Code: Refusal or Dispute };

    /// <summary>An objection with the attributes that say what she objects to and no others: this is stored without any authorisation.</summary>
    public static CircumstanceReported Bare(CircumstanceReported objection) =>
        objection with { Attributes = objection.Attributes.Where(attribute => Attributes.Contains(attribute.Key)).ToDictionary() };
}
