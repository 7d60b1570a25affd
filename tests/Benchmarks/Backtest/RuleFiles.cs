using IntegrationHub.Benchmarks.Input.Histories;

namespace IntegrationHub.Benchmarks.Backtest;

/// <summary>
/// Folders of rules: fifteen like those that come with the hub, and five hundred that begin with these. The others look at codes (circumstances, benefits, reasons) and employers of their own, as rules that
/// several partnerships added; some of those employers occur in the history, so that these rules fire.
/// </summary>
internal static class RuleFiles
{
    private static readonly (string Id, string Text)[] First =
    [
        ("ontslag", "when: { fact: employment-ended, only: last }\nunless:\n  - { fact: employment-started, running: yes }\nwait: 14 days"),
        ("ziekenhuisontslag", "when: { fact: hospital-discharged, where: { encounterClass: IMP } }"),
        ("leefloon-stopgezet", "when: { fact: benefit-ended, where: { benefit: leefloon } }\nunless:\n  - { fact: benefit-granted, same: [ benefit ], after: 14 days }\nwait: 14 days"),
        ("schorsing-werkloosheid", "when: { fact: benefit-suspended, where: { benefit: werkloosheidsuitkering } }"),
        ("einde-arbeidsongeschiktheid", "when: { fact: benefit-ended, where: { benefit: uitkering-arbeidsongeschiktheid } }"),
        ("ziekte", "when: { fact: benefit-granted, where: { benefit: uitkering-arbeidsongeschiktheid } }\nwait: 30 days"),
        ("vertraagde-uitbetaling", "when: { fact: circumstance-reported, where: { code: vertraagde-uitbetaling }, count: 3, within: 1 year }"),
        ("vrijlating", "when: { fact: circumstance-reported, where: { code: vrijlating } }"),
        ("invaliditeit", "when: { fact: circumstance-reported, where: { code: invaliditeit } }\nwho: { age: { under: 65 } }"),
        ("faillissement", "when: { fact: bankruptcy-declared }"),
        ("uithuiszetting", "when: { fact: eviction-claimed }"),
        ("relatiebreuk", "when: { fact: person-changed, where: { civilStatus: [ \"40\", \"41\" ] }, at: civilStatusSince }"),
        ("sterfgeval", "when: { fact: person-changed, of: household, at: diedOn }"),
        ("achttien", "when: { fact: person-changed, at: bornOn, plus: 18 years }"),
        ("geboorte", "when: { fact: person-changed, of: household, at: bornOn }"),
    ];

    /// <summary>Writes so many rules into a folder, in the place of what is there; none: without the folder those that come with the hub count.</summary>
    public static void Write(string folder, int count)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        if (count == 0)
            return;
        Directory.CreateDirectory(folder);
        for (var i = 0; i < count; i++)
        {
            var (id, text) = i < First.Length ? First[i] : More(i);
            File.WriteAllText(Path.Combine(folder, id + ".yaml"), $$"""
                id: {{id}}
                title: { nl: Iets veranderde, en: Something changed }
                text: { nl: Bekijk samen welke hulp past., en: Look together at the help that fits. }
                {{text}}
                recipients: [ ocmw, caw ]

                """);
        }
    }

    private static (string Id, string Text) More(int i) => (i % 5) switch
    {
        0 => ($"toestand-{i}", $"when: {{ fact: circumstance-reported, where: {{ code: toestand-{i} }} }}\nwait: 7 days"),
        1 => ($"toestand-{i}", $"when: {{ fact: circumstance-reported, where: {{ code: [ toestand-{i}, toestand-{i}-bis ] }} }}\nunless:\n  - {{ fact: benefit-granted, running: yes }}"),
        2 => ($"toelage-{i}", $"when: {{ fact: benefit-ended, where: {{ benefit: toelage-{i} }} }}\nwho: {{ minorChildren: yes }}"),
        3 => ($"werkgever-{i}", $"when: {{ fact: employment-ended, where: {{ employer: \"{HistoryFacts.Employer(i / 5)}\" }}, only: last }}\nunless:\n  - {{ fact: employment-started, running: yes }}"),
        _ => ($"ontslagcode-{i}", $"when: {{ fact: hospital-discharged, where: {{ dispositionCode: \"{i}\" }} }}"),
    };
}
