using System.Text.Json.Nodes;

namespace IntegrationHub.Simulators.Tests.Inbox;

/// <summary>Signals as the hub sends them, about nobody: the INSZ numbers are the government's test numbers (month 60-72), the telephone numbers are not in use.</summary>
internal static class InboxExamples
{
    public static JsonObject JobLost() => Issued(
        "5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a01",
        "ontslag",
        ("Iemand heeft geen werk meer", "Somebody is out of work"),
        ("Het werk van deze burger is gestopt en er is nog geen nieuw werk bekend. Bekijk samen of er een uitkering is aangevraagd en of de huur en de energie betaalbaar blijven.",
            "This citizen's job has ended and no new job is known yet. Look together at whether a benefit was asked for and whether rent and energy stay affordable."),
        data =>
        {
            data["occurredAt"] = "2026-11-16T00:00:00+01:00";
            data["insz"] = "85673003360";
            data["person"] = new JsonObject { ["familyName"] = "De Smedt", ["givenNames"] = "Annelies", ["street"] = "Voorbeeldstraat 12 bus 3", ["locality"] = "9000 Gent" };
            data["municipality"] = "44021";
            data["worker"] = "mw-17";
            data["sources"] = new JsonArray("magda");
            data["rightsToExplore"] = new JsonArray("werkloosheidsuitkering", "leefloon", "sociaal-tarief-energie", "stookolie-premie");
            data["rights"] = new JsonArray(
                Right("werkloosheidsuitkering", ("Werkloosheidsuitkering", "Unemployment benefit"), "RVA", "own-request", "De laatste job is gestopt", null),
                Right("leefloon", ("Leefloon", "Living wage (leefloon)"), "OCMW", "own-request", "De laatste job is gestopt", null),
                Right("sociaal-tarief-energie", ("Sociaal tarief voor energie", "Social tariff for energy"), "FOD Economie", "follows", null, "leefloon"));
        });

    public static JsonObject Discharged() => Issued(
        "5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a02",
        "ziekenhuisontslag",
        ("Terug thuis na een opname in het ziekenhuis", "Home again after a stay in hospital"),
        ("Deze burger is uit het ziekenhuis ontslagen. Vraag of er thuis hulp nodig is en wie de zorg opneemt.",
            "This citizen was discharged from hospital. Ask whether help is needed at home and who takes up the care."),
        data =>
        {
            data["occurredAt"] = "2026-11-19T15:40:00+01:00";
            data["insz"] = "55681130130";
            data["person"] = new JsonObject { ["familyName"] = "Vermeulen", ["givenNames"] = "Josée", ["locality"] = "9040 Gent", ["telephone"] = "09 000 00 00" };
            data["municipality"] = "44021";
            data["sources"] = new JsonArray("uz-gent");
            data["rightsToExplore"] = new JsonArray("zorgbudget", "mantelzorgpremie", "tegemoetkoming-personen-met-een-handicap");
        });

    public static JsonObject EvictionClaimed() => Issued(
        "5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a03",
        "uithuiszetting",
        ("De verhuurder vraagt een uithuiszetting", "The landlord asks for an eviction"),
        ("De zitting is op 9 december. Neem snel contact op: voor de zitting kan er nog veel.", "The hearing is on 9 December. Get in touch soon: much is still possible before it."),
        data =>
        {
            data["occurredAt"] = "2026-11-18T00:00:00+01:00";
            data["insz"] = "92610401887";
            data["person"] = new JsonObject { ["familyName"] = "El Amrani", ["givenNames"] = "Yassine", ["street"] = "Proeflaan 4", ["locality"] = "9050 Gent" };
            data["municipality"] = "44021";
            data["worker"] = "mw-08";
            data["sources"] = new JsonArray("ocmw-gent");
            data["rightsToExplore"] = new JsonArray("huurpremie", "leefloon", "collectieve-schuldenregeling");
        });

    public static JsonObject Suspended() => Issued(
        "5f0a3c52-7d0e-4d0b-9a59-0c2f6d1b7a04",
        "leefloon-stopgezet",
        ("Een leefloon is geschorst", "A living wage was suspended"),
        ("Er is een tijd geen leefloon. Ga na of er geld is voor eten, huur en medicatie.", "There is no living wage for a time. Check whether there is money for food, rent and medication."),
        data =>
        {
            data["occurredAt"] = "2026-11-17T00:00:00+01:00";
            data["municipality"] = "44021";
            data["sources"] = new JsonArray("ocmw-gent");
            data["rightsToExplore"] = new JsonArray("leefloon", "groeipakket", "schooltoeslag");
        });

    /// <summary>The same signal with a second moment in it, which somebody else in the household has.</summary>
    public static JsonObject Update(JsonObject issued, string timestamp = "2026-11-20T09:15:00Z")
    {
        var updated = (JsonObject)issued.DeepClone();
        updated["type"] = "signal.updated";
        updated["timestamp"] = timestamp;
        var data = updated["data"]!.AsObject();
        data["priority"] = "urgent";
        data["expiresAt"] = "2027-01-15T00:00:00+01:00";
        data["sources"] = new JsonArray("magda", "uz-gent");
        data["moments"] = new JsonArray(
            Moment(data["momentCode"]!.GetValue<string>(), data["title"]!.DeepClone(), "magda", isOther: false),
            Moment("ziekenhuisontslag", new JsonObject { ["nl"] = "Iemand is terug uit het ziekenhuis", ["en"] = "Somebody left the hospital" }, "uz-gent", isOther: true));
        return updated;
    }

    public static JsonObject Withdrawal(JsonObject issued, string timestamp = "2026-11-20T09:31:00Z")
    {
        var withdrawn = (JsonObject)issued.DeepClone();
        withdrawn["type"] = "signal.withdrawn";
        withdrawn["timestamp"] = timestamp;
        withdrawn["data"]!["text"] = new JsonObject
        {
            ["nl"] = "Het ziekenhuis heeft het ontslag geannuleerd: de opname loopt verder.",
            ["en"] = "The hospital cancelled the discharge: the stay goes on.",
        };
        return withdrawn;
    }

    public static JsonObject Right(string id, (string Nl, string En) name, string authority, string grant, string? why, string? follows)
    {
        var right = new JsonObject
        {
            ["id"] = id,
            ["name"] = new JsonObject { ["nl"] = name.Nl, ["en"] = name.En },
            ["authority"] = authority,
            ["grant"] = grant,
            ["steps"] = new JsonObject
            {
                ["nl"] = new JsonArray("Vraag het aan bij de dienst van je gemeente.", "Neem mee wat je hebt over inkomen, huur en gezin."),
                ["en"] = new JsonArray("Ask the service of your municipality.", "Bring what you have about income, rent and household."),
            },
            ["link"] = $"https://www.vlaanderen.be/{id}",
        };
        if (why is not null)
            right["why"] = new JsonObject { ["text"] = new JsonObject { ["nl"] = why, ["en"] = "The last job ended" }, ["occurredAt"] = "2026-11-16T00:00:00+01:00", ["source"] = "magda" };
        if (follows is not null)
            right["follows"] = new JsonArray(follows);
        return right;
    }

    private static JsonObject Moment(string code, JsonNode title, string source, bool isOther) => new()
    {
        ["code"] = code,
        ["title"] = title,
        ["occurredAt"] = "2026-11-16T00:00:00+01:00",
        ["sources"] = new JsonArray(source),
        ["isOfHouseholdMember"] = isOther,
    };

    private static JsonObject Issued(string id, string code, (string Nl, string En) title, (string Nl, string En) text, Action<JsonObject> fill)
    {
        var data = new JsonObject
        {
            ["signalId"] = id,
            ["momentCode"] = code,
            ["title"] = new JsonObject { ["nl"] = title.Nl, ["en"] = title.En },
            ["text"] = new JsonObject { ["nl"] = text.Nl, ["en"] = text.En },
            ["knownAt"] = "2026-11-20T08:58:00Z",
            ["recipient"] = "ocmw-gent",
            ["citizen"] = "2b7e1516-28ae-4d2a-a6ab-f7158809cf4f",
            ["legalBasis"] = "Beraadslaging KSZ 26/000 (voorbeeld)",
        };
        fill(data);
        return new JsonObject { ["type"] = "signal.issued", ["timestamp"] = "2026-11-20T08:59:00Z", ["data"] = data };
    }
}
