using System.Text.Json;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>A register (<c>register-test</c>) that tells of people in Gent what an OCMW's exports do not: births, households, jobs, claims to evict, addresses that nobody may know. A mapping reads it.</summary>
internal sealed class Register
{
    public const string Id = "register-test";

    private const string Mapping = """
        source: 1
        parameters:
          folder: { description: Where the register puts what is new. }
        read:
          folder: { path: "${folder}", exports: additions, settleSeconds: 0 }
        records:
          - kind: rijen
            files: "*.jsonl"
            format: json-lines
            id: nr
            citizen: insz
            facts:
              - { contract: person-changed, when: { soort: persoon }, occurredAt: dag, fields: { bornOn: geboren, municipality: { value: "44021" } } }
              - { contract: household-changed, when: { soort: gezin }, occurredAt: dag, fields: { members: { each: leden, insz: insz } } }
              - { contract: employment-ended, when: { soort: werk }, occurredAt: dag, fields: { employment: nr, endedOn: dag, employer: { value: "0999999922" } } }
              - { contract: eviction-claimed, when: { soort: uithuiszetting }, occurredAt: dag, fields: { municipality: { value: "44021" } } }
              - { contract: circumstance-reported, when: { soort: omstandigheid }, occurredAt: dag, fields: { code: code } }
        """;

    private readonly List<object> rows = [];
    private readonly HubFolder folder;
    private int files;
    private int records;

    private Register(HubFolder folder) => this.folder = folder;

    private string Path => System.IO.Path.Combine(folder.Path, "register");

    /// <summary>Adds it to a configuration, with the ground on which the OCMW may hear of all of it.</summary>
    public static Register AddTo(HubFolder folder)
    {
        var register = new Register(folder);
        Directory.CreateDirectory(register.Path);
        folder.Write("register.yaml", Mapping);
        folder
            .AddSource(new { id = Id, adapter = "mapped", schedule = "0 0 3 31 12 ?", options = new { mapping = "register.yaml", folder = register.Path } })
            .Authorise(Id, HubFolder.Ocmw, ["person-changed", "household-changed", "employment-ended", "eviction-claimed", "circumstance-reported"], "insz", "municipality", "occurredAt", "knownAt", "source");
        return register;
    }

    public Register Lives(string insz, DateOnly bornOn) => Add(new { soort = "persoon", nr = Number(), insz, dag = "2020-01-01", geboren = bornOn });

    /// <summary>Who shares a household from a day on; the first is whom the register says it of.</summary>
    public Register Shares(DateOnly from, params string[] members) =>
        Add(new { soort = "gezin", nr = Number(), insz = members[0], dag = from, leden = members.Select(insz => new { insz }) });

    public Register LosesJob(string insz, DateOnly on) => Add(new { soort = "werk", nr = Number(), insz, dag = on });

    public Register IsToBeEvicted(string insz, DateOnly claimedOn) => Add(new { soort = "uithuiszetting", nr = Number(), insz, dag = claimedOn });

    public Register IsAtAnAddressThatNobodyMayKnow(string insz, DateOnly from) => Add(new { soort = "omstandigheid", nr = Number(), insz, dag = from, code = "opvangadres" });

    /// <summary>Writes what was added since the last time as one file.</summary>
    public void Publish()
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, $"register-{++files:00}.jsonl"), rows.Select(row => JsonSerializer.Serialize(row)));
        rows.Clear();
    }

    private string Number() => $"R-{++records}";

    private Register Add(object row)
    {
        rows.Add(row);
        return this;
    }
}
