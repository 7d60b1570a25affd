namespace IntegrationHub.Adapters.Magda.Replies;

/// <summary>The one table of MAGDA's codes. The README shows it; a test holds the two together.</summary>
internal static class MagdaCodes
{
    public static IReadOnlyDictionary<string, CodeMeaning> Table { get; } = new Dictionary<string, CodeMeaning>
    {
        ["20001"] = CodeMeaning.Access,
        ["20002"] = CodeMeaning.Citizen,
        ["30001"] = CodeMeaning.NoData,
        ["30002"] = CodeMeaning.Citizen,
        ["30003"] = CodeMeaning.Citizen,
        ["30004"] = CodeMeaning.Replaced,
        ["30014"] = CodeMeaning.WrongReceipt,
        ["30016"] = CodeMeaning.NoData,
        ["30040"] = CodeMeaning.Information,
        ["30042"] = CodeMeaning.Information,
        ["40001"] = CodeMeaning.Access,
        ["40003"] = CodeMeaning.NotRegistered,
        ["40005"] = CodeMeaning.Access,
        ["40006"] = CodeMeaning.Access,
        ["40143"] = CodeMeaning.AlreadyRegistered,
        ["60003"] = CodeMeaning.Source,
        ["60006"] = CodeMeaning.Source,
        ["60007"] = CodeMeaning.Source,
        ["60013"] = CodeMeaning.Source,
        ["70002"] = CodeMeaning.Source,
        ["70003"] = CodeMeaning.Source,
        ["99984"] = CodeMeaning.Information,
        ["99994"] = CodeMeaning.Source,
        ["99995"] = CodeMeaning.Throttled,
        ["99996"] = CodeMeaning.Throttled,
    };

    public static CodeMeaning MeaningOf(string code) => Table.GetValueOrDefault(code, CodeMeaning.Unknown);

    /// <summary>What a person can do about a reply that was quarantined for this code.</summary>
    public static string ToDo(string code) => MeaningOf(code) switch
    {
        CodeMeaning.Citizen => "Verify the citizen's INSZ at the partner who supplied it.",
        CodeMeaning.Access => "Verify hoedanigheid and the deliberation for this service; MAGDA gave no access to this answer.",
        CodeMeaning.NotRegistered => "Verify the registration of this citizen (RegistreerInschrijving); it was refused or switched off.",
        CodeMeaning.Source => "Nothing: the source behind MAGDA could not answer, the next round asks again.",
        CodeMeaning.Throttled => "Lower requestsPerSecond or concurrency when this happens often; the next round asks again.",
        _ => "Look the code up in MAGDA's error list; the next round asks again.",
    };
}
