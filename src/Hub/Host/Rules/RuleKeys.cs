namespace IntegrationHub.Host.Rules;

/// <summary>Every key of a rule, explained.</summary>
internal static class RuleKeys
{
    private static readonly RuleKey Of = new("of", "Whose fact: `citizen`, or `household`: somebody who lives with her on that day, or did the day before. The signal is about her, never about whose fact it is.", "citizen");
    private static readonly RuleKey Fact = new("fact", "Which fact; the list is below.", null);
    private static readonly RuleKey Where = new("where", "What its fields must hold, each of them.", "anything");

    /// <summary>Of a rule.</summary>
    public static IReadOnlyList<RuleKey> Rule { get; } =
    [
        new("id", "The name of the rule: lower-case letters, digits and hyphens. The same as the name of the file, without `.yaml`.", null),
        new("moment", "The kind of moment, a Dutch code. Several rules may find one kind.", "the id"),
        new("priority", "How soon a case worker should look: `low`, `normal`, `high` or `urgent`.", "normal"),
        new("title", "What happened, in a few plain words, in Dutch (`nl`) and English (`en`).", null),
        new("text", "What it is about and what the case worker can do, in plain words, in both languages.", null),
        new("when", "The fact that makes the moment.", null),
        new("and", "A list of facts that must be there too, every one of them.", "none"),
        new("unless", "A list of facts that hold the moment back; one of them is enough.", "none"),
        new("wait", "How long after the event it counts: `14 days`. What happens in the meantime can still hold it back.", "at once"),
        new("who", "Who the person must be on the day of the event. What the hub does not know does not hold.", "anybody"),
        new("recipients", "Whose case workers may be of help: `ocmw`, `caw`, `dmw`. Who of them gets it is for `partnerships.json` and `authorisations.json` to say.", null),
        new("expires", "How long the signal is of use once it counts; what was not delivered by then is not delivered.", "60 days"),
        new("staleAfter", "What the hub first hears of longer than this after it counted is history, and no signal.", "1 year"),
        new("sameWithin", "Two sources that tell of such an event within this tell of one event.", "7 days"),
        new("rights", "Ids of the rights that are worth exploring (`rights/*.yaml`). Never a promise.", "none"),
    ];

    /// <summary>Of <c>when</c>.</summary>
    public static IReadOnlyList<RuleKey> Trigger { get; } =
    [
        Fact,
        Of,
        Where,
        new("only", "Of several such facts: `first`, `last` or `all`.", "all"),
        new("at", "The field with the day on which it happens, where the fact itself gives another day: `bornOn`, `diedOn`. A fact in which it is empty does not count.", "the day of the fact"),
        new("plus", "It happens so long after the day of `at`: `18 years` after `bornOn`.", "nothing"),
        new("count", "The moment is the so-manyeth such fact (`3`: the third) ...", "every fact"),
        new("within", "... within this period: `1 year`. Goes with `count`.", "none"),
    ];

    /// <summary>Of each fact in <c>and</c> and <c>unless</c>.</summary>
    public static IReadOnlyList<RuleKey> Condition { get; } =
    [
        Fact,
        Of,
        Where,
        new("running", "`yes`: it began something of which no end is known up to today.", "it does not matter"),
        new("before", "At most so long before the event.", "at any time, unless `after` is there"),
        new("after", "At most so long after the event.", "at any time, unless `before` is there"),
        new("same", "A list of fields in which it equals the fact of `when`.", "none"),
    ];

    /// <summary>Of what a field must hold, where a value or a list of values says too little.</summary>
    public static IReadOnlyList<RuleKey> Test { get; } =
    [
        new("not", "Not this value, or none of these: `{ not: STU }`, `{ not: [ STU, FLX ] }`. An empty field is none of them.", "any value"),
        new("known", "`yes`: filled in. `no`: empty.", "it does not matter"),
        new("from", "A date (`2026-12-31`) or number, and no less.", "no least"),
        new("to", "A date or number, and no more.", "no most"),
    ];

    /// <summary>Of <c>who</c>.</summary>
    public static IReadOnlyList<RuleKey> Person { get; } =
    [
        new("age", "Age in full years: `{ from: 18, under: 65 }`, or one of the two.", "any age"),
        new("livesAlone", "`yes`: nobody lives with her. `no`: somebody does.", "it does not matter"),
        new("minorChildren", "`yes`: somebody under 18 lives with her. `no`: nobody under 18 does.", "it does not matter"),
        new("municipality", "NIS codes of municipalities, one of which is hers as the hub knows it now.", "any"),
        new("knownTo", "For a role, whether a partner of that role has a file open for her when the moment counts: `{ ocmw: no }`.", "it does not matter"),
    ];
}
