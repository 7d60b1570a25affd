using System.Text.Json.Serialization;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Rules;

/// <summary>Recognises one kind of scharniermoment. Text that a partnership owns (<c>rules/*.yaml</c>); this is that text, read and checked.</summary>
public sealed record Rule
{
    /// <summary>A signal goes out of date after this, unless the rule says otherwise.</summary>
    public static readonly Period UsualExpiry = new(60, PeriodUnit.Day);

    /// <summary>What happened longer ago than this when the hub first knew is history, unless the rule says otherwise.</summary>
    public static readonly Period UsualStaleness = new(1, PeriodUnit.Year);

    /// <summary>Two sources that tell of one kind of event within this tell of one event, unless the rule says otherwise.</summary>
    public static readonly Period UsualSame = new(7, PeriodUnit.Day);

    /// <summary>Id, kebab-case, unique among the rules.</summary>
    public required string Id { get; init; }

    /// <summary>Kind of moment it finds, kebab-case Dutch code.</summary>
    public required string Moment { get; init; }

    /// <summary>A few plain words for the case worker, by language (<c>nl</c>, <c>en</c>).</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>What it is about and what the case worker can do, in plain words (B1), by language.</summary>
    public required IReadOnlyDictionary<string, string> Text { get; init; }

    /// <summary>The fact that carries the moment.</summary>
    public required Trigger When { get; init; }

    /// <summary>Facts that must be there too.</summary>
    public IReadOnlyList<FactCondition> And { get; init; } = [];

    /// <summary>Facts that hold the moment back; each of them does.</summary>
    public IReadOnlyList<FactCondition> Unless { get; init; } = [];

    /// <summary>How long after the event it counts; null: at once.</summary>
    public Period? Wait { get; init; }

    /// <summary>Who she must be.</summary>
    public PersonCondition Who { get; init; } = PersonCondition.Anyone;

    /// <summary>How soon to look.</summary>
    public Priority Priority { get; init; } = Priority.Normal;

    /// <summary>The roles that may be of help; at least one.</summary>
    public required IReadOnlyList<PartnerRole> Recipients { get; init; }

    /// <summary>How long after it counts the signal is of use: a delivery that still waits then is not made.</summary>
    public Period Expires { get; init; } = UsualExpiry;

    /// <summary>An event that the hub first knew longer than this after it counted is history and no moment.</summary>
    public Period StaleAfter { get; init; } = UsualStaleness;

    /// <summary>Facts of different sources that fit and lie within this of each other tell of one event.</summary>
    public Period SameWithin { get; init; } = UsualSame;

    /// <summary>Whether its moments hang on a fact about her, and not about somebody who lives with her: only then a partner's having a file open for her is a ground to see that fact.</summary>
    public bool IsAboutHerself => When.Of == Whose.Citizen;

    /// <summary>Whether its moments tell who lives together: they hang on a fact of somebody else in the household too, or it asks with whom she lives. What holds a moment back tells nothing.</summary>
    [JsonIgnore]
    public bool TellsOfHousehold => When.Of == Whose.Household || And.Any(condition => condition.Of == Whose.Household) || Who.AsksForHousehold;

    /// <summary>Ids of the rights to explore. Never a promise.</summary>
    public IReadOnlyList<string> Rights { get; init; } = [];

    /// <summary>Where it was read (file name), for messages and explanations.</summary>
    public string File { get; init; } = "";
}
