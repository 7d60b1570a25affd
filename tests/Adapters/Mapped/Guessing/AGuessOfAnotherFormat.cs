using IntegrationHub.Adapters.Mapped.Tests.Excel;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Mapped.Tests.Guessing;

public sealed class AGuessOfAnotherFormat : IDisposable
{
    private readonly Guess guess = new();

    [Fact]
    public async Task Finds_the_rows_in_a_JSON_document_and_reads_them()
    {
        var yaml = await guess.OfAsync("opnames.json", """
            { "meta": { "aantal": 3 }, "result": { "items": [
              { "verblijf": { "nummer": "V1001", "opname": "2026-11-01T10:00:00", "ontslag": "2026-11-05T14:30:00", "type": "klassieke hospitalisatie", "bestemming": "thuis" }, "patient": { "niss": "85673003360", "naam": "Janssens" } },
              { "verblijf": { "nummer": "V1002", "opname": "2026-11-02T10:00:00", "ontslag": "2026-11-03T09:00:00", "type": "klassieke hospitalisatie", "bestemming": "thuis" }, "patient": { "niss": "01663001879", "naam": "Claeys" } },
              { "verblijf": { "nummer": "V1003", "opname": "2026-11-02T10:00:00", "ontslag": "2026-11-05T14:30:00", "type": "dag", "bestemming": "overleden" }, "patient": { "niss": "03690904566", "naam": "Peeters" } },
              { "verblijf": { "nummer": "V1004", "opname": "2026-11-02T10:00:00", "ontslag": null, "type": "dag", "bestemming": null }, "patient": { "niss": "52611410128", "naam": "Wouters" } }
            ] } }
            """);

        yaml.ShouldContain("rows: result.items");
        yaml.ShouldNotContain("Janssens");
        using var source = Guess.Read(yaml, guess.Folder);
        var rows = await source.NormalisedAsync();
        rows.ShouldAllBe(row => !row.IsRejected);
        var discharged = (HospitalDischarged)rows[0].Facts[1].Fact;
        (discharged.Stay, discharged.EncounterClass, discharged.Disposition).ShouldBe(("V1001", "IMP", DischargeDisposition.Home));
        ((HospitalDischarged)rows[2].Facts[1].Fact).Disposition.ShouldBe(DischargeDisposition.Died);
        rows[3].Facts.ShouldHaveSingleItem().Fact.ShouldBeOfType<HospitalAdmitted>();
    }

    [Fact]
    public async Task Reads_an_object_on_each_line()
    {
        var yaml = await guess.OfAsync("intakes.jsonl", """
            {"dossier":"D-1","burger":{"insz":"85673003360"},"aanmelding":"2026-10-01","afsluiting":null}
            {"dossier":"D-2","burger":{"insz":"01663001879"},"aanmelding":"2026-10-14","afsluiting":"2026-11-02"}
            """);

        yaml.ShouldContain("format: json-lines");
        using var source = Guess.Read(yaml.Replace("# default: your-id", "default: caw"), guess.Folder);
        var rows = await source.NormalisedAsync();
        rows.SelectMany(row => row.Facts).Select(fact => fact.Key).ShouldBe(["support-file-opened", "support-file-opened", "support-file-closed"]);
    }

    [Fact]
    public async Task Finds_the_element_that_repeats_in_XML()
    {
        var yaml = await guess.OfAsync("tewerkstellingen.xml", """
            <n:Lijst xmlns:n="urn:x"><n:Kop><n:Aantal>2</n:Aantal></n:Kop>
              <n:Contract id="C1"><n:INSZ>85673003360</n:INSZ><n:Periode><n:Begin>2026-01-13</n:Begin><n:Einde/></n:Periode></n:Contract>
              <n:Contract id="C2"><n:INSZ>01663001879</n:INSZ><n:Periode><n:Begin>2026-01-14</n:Begin><n:Einde>2026-03-01</n:Einde></n:Periode></n:Contract>
            </n:Lijst>
            """);

        yaml.ShouldContain("rows: \"//Contract\"");
        using var source = Guess.Read(yaml, guess.Folder);
        var rows = await source.NormalisedAsync();
        rows[0].Facts.ShouldHaveSingleItem().Fact.ShouldBeOfType<EmploymentStarted>().Employment.ShouldBe("C1");
        ((EmploymentEnded)rows[1].Facts[1].Fact).EndedOn.ShouldBe(new DateOnly(2026, 3, 1));
    }

    [Fact]
    public async Task Finds_the_names_of_the_columns_below_the_title_of_a_worksheet()
    {
        var file = Path.Combine(guess.Folder, "contracten.xlsx");
        await File.WriteAllBytesAsync(
            file,
            Workbooks.Xlsx(("Blad1", [
                ["Overzicht contracten"], [], ["Contractnr", "INSZ", "In dienst", "Uit dienst"], ["C1", "85673003360", new DateOnly(2026, 1, 13), null], ["C2", "01663001879", new DateOnly(2026, 2, 14), new DateOnly(2026, 11, 20)],
            ])),
            TestContext.Current.CancellationToken);

        var yaml = await new MappedAdapter().ProposeAsync(file, null, TestContext.Current.CancellationToken);

        yaml.ShouldContain("headerRow: 3");
        using var source = Guess.Read(yaml, guess.Folder);
        var rows = await source.NormalisedAsync();
        rows.Count.ShouldBe(2);
        ((EmploymentEnded)rows[1].Facts[1].Fact).EndedOn.ShouldBe(new DateOnly(2026, 11, 20));
    }

    [Fact]
    public async Task Of_a_document_larger_than_the_sample_looks_at_its_beginning()
    {
        var rows = string.Join(",\n", Enumerable.Range(0, 60_000).Select(i => $$"""{"contract":"C{{i}}","insz":"85673003360","uit dienst":"2026-11-{{1 + (i % 28):00}}","{{new string('x', 80)}}":"{{new string('y', 80)}}"}"""));

        var yaml = await guess.OfAsync("groot.json", $$"""{"jobs":[{{rows}}]}""");

        yaml.ShouldContain("Looked at: the first 5000 rows, JSON, the rows in jobs.");
        yaml.ShouldContain("- contract: employment-ended");
    }

    public void Dispose() => guess.Dispose();
}
