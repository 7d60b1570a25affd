using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Rights;

/// <summary>Every key of a right, explained. What is shared with a rule is explained with the rule.</summary>
internal static class RightKeys
{
    /// <summary>Of a right.</summary>
    public static IReadOnlyList<RuleKey> Right { get; } =
    [
        new("id", "The name of the right: lower-case letters, digits and hyphens. The same as the name of the file, without `.yaml`.", null),
        new("name", "What it is called, in Dutch (`nl`) and English (`en`).", null),
        new("authority", "Who grants it.", null),
        new("when", "A list of facts; one of them makes it worth exploring. The first that is there is the one that is told.", "the moment itself"),
        new("unless", "A list of facts; one of them makes it pointless: it runs already.", "none"),
        new("who", "Who the person must be on the day of the moment. What the hub does not know does not hold.", "anybody"),
        new("link", "The page on which the authority explains it.", null),
        new("ipdc", "Its product number in the IPDC.", "none"),
        new("grant", "How far it goes without the citizen: `automatic`, `follows` (once another right is granted), `prefillable` (the request can be filled in beforehand), `own-request`.", null),
        new("follows", "Ids of rights that bring it along. It is listed when one of these is, also without a fact of its own.", "none"),
        new("steps", "What remains for the citizen, in plain words, one step an item, in both languages.", null),
        new("amounts", "Amounts and thresholds that were verified, each with the days on which it holds and where it was read.", "none"),
    ];

    /// <summary>Of each amount.</summary>
    public static IReadOnlyList<RuleKey> Amount { get; } =
    [
        new("name", "What it is: lower-case letters, digits and hyphens.", null),
        new("euro", "How much: `1234.56`.", null),
        new("per", "Over what: `month`, `year` or `once`.", null),
        new("from", "The first day on which it holds.", null),
        new("until", "The last.", "it still holds"),
        new("source", "The page on which it was read.", null),
    ];
}
