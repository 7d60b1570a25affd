using IntegrationHub.Host.Rules;

namespace IntegrationHub.Host.Tests.Rules.Defaults;

/// <summary>What no story shows: how soon to look, how long a signal is of use, from when on news is history, and who hears of it. Who changes a rule decides it twice: there and here.</summary>
public sealed class HowLongAndForWhomTheyCount
{
    [Fact]
    public void Every_rule_says_what_was_decided() =>
        string.Join('\n', RuleFolder.Read(RuleFolder.BuiltIn, rights: null).Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal).Select(rule =>
            $"{rule.Id}: {rule.Priority}, of use for {rule.Expires}, history after {rule.StaleAfter}, {string.Join(" and ", rule.Recipients)}")).ShouldBe("""
            achttien: Normal, of use for 90 days, history after 90 days, Caw and Ocmw
            afschrijving-adres: High, of use for 6 months, history after 1 year, Ocmw and Caw
            einde-arbeidsongeschiktheid: Normal, of use for 60 days, history after 1 year, Dmw and Ocmw
            einde-arbeidsongeschiktheid-geschorst: High, of use for 30 days, history after 1 year, Dmw and Ocmw
            einde-arbeidsongeschiktheid-uitgesloten: High, of use for 3 months, history after 1 year, Dmw and Ocmw
            faillissement: High, of use for 90 days, history after 1 year, Ocmw and Caw
            geboorte: Low, of use for 90 days, history after 90 days, Ocmw and Caw
            leefloon-stopgezet: High, of use for 120 days, history after 1 year, Ocmw and Caw
            leefloon-stopgezet-einde-termijn: High, of use for 120 days, history after 1 year, Ocmw and Caw
            ontslag: Normal, of use for 60 days, history after 1 year, Ocmw and Caw
            ontslag-psychiatrie: High, of use for 60 days, history after 1 year, Caw and Dmw
            relatiebreuk: Normal, of use for 6 months, history after 6 months, Caw and Ocmw
            relatiebreuk-samenwoning: Normal, of use for 90 days, history after 6 months, Caw and Ocmw
            schorsing-werkloosheid: High, of use for 3 months, history after 1 year, Ocmw and Caw
            sterfgeval: Normal, of use for 90 days, history after 1 year, Dmw and Ocmw
            sterfgeval-partner: Normal, of use for 90 days, history after 1 year, Dmw and Ocmw
            uithuiszetting: Urgent, of use for 60 days, history after 60 days, Ocmw
            vertraagde-uitbetaling: Normal, of use for 60 days, history after 1 year, Dmw and Ocmw
            vrijlating: High, of use for 60 days, history after 1 year, Caw and Ocmw
            ziekenhuisontslag: Normal, of use for 30 days, history after 1 year, Dmw and Ocmw
            ziekte: Normal, of use for 60 days, history after 1 year, Dmw and Ocmw
            ziekte-invaliditeit: Normal, of use for 90 days, history after 1 year, Dmw and Ocmw
            """);
}
