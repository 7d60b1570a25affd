using IntegrationHub.Contracts;
using IntegrationHub.Core.Signals;

namespace IntegrationHub.Core.Rules;

/// <summary>Two rules to test with, as they ship with the hub (<c>deploy/rules</c>).</summary>
internal static class DefaultRules
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        new Rule
        {
            Id = "ontslag",
            Moment = "ontslag",
            Title = Words("Iemand is zijn of haar werk kwijt", "Somebody lost their job"),
            Text = Words(
                "Het laatste werk van deze persoon is gestopt en er is geen nieuw werk bekend. Neem contact op en bekijk samen welke hulp en welke rechten passen.",
                "This person's last job ended and no new job is known. Get in touch and look together at the help and the rights that fit."),
            When = new Trigger { Contract = FactContract.NameOf<EmploymentEnded>(), Only = Which.Last },
            Unless = [new FactCondition { Contract = FactContract.NameOf<EmploymentStarted>(), IsRunning = true }],
            Recipients = [PartnerRole.Ocmw, PartnerRole.Caw],
            Rights = ["werkloosheidsuitkering", "leefloon", "verhoogde-tegemoetkoming", "sociaal-tarief-energie", "groeipakket"],
        },
        new Rule
        {
            Id = "ziekenhuisontslag",
            Moment = "ziekenhuisontslag",
            Title = Words("Iemand is terug uit het ziekenhuis", "Somebody left the hospital"),
            Text = Words(
                "Deze persoon verbleef in het ziekenhuis en is daar weg. Vraag of het thuis lukt en bekijk samen welke hulp en welke rechten passen.",
                "This person stayed in hospital and has left. Ask whether things work out at home and look together at the help and the rights that fit."),
            When = new Trigger
            {
                Contract = FactContract.NameOf<HospitalDischarged>(),
                Where =
                [
                    new FieldTest("encounterClass") { In = ["IMP"] },
                    new FieldTest("disposition") { NotIn = [nameof(DischargeDisposition.Died), nameof(DischargeDisposition.OtherHospital)] },
                ],
            },
            Recipients = [PartnerRole.Dmw, PartnerRole.Ocmw],
            Rights = ["uitkering-arbeidsongeschiktheid", "zorgbudget", "mantelzorgpremie", "verhoogde-tegemoetkoming"],
        },
    ];

    private static Dictionary<string, string> Words(string nl, string en) => new() { ["nl"] = nl, ["en"] = en };
}
