namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>A register that puts what is new in a folder; each row has a version, so that the order in which they come does not matter.</summary>
internal sealed class RegisterPartner(string folder, Mannered manners, Random dice)
{
    public const string Id = "register";

    public const string Mapping = """
        source: 1
        parameters:
          folder: { description: Where the register puts what is new. }
        read:
          folder: { path: "${folder}", exports: additions, settleSeconds: 0, pageSize: 50 }
        records:
          - kind: rijen
            files: "*.jsonl"
            format: json-lines
            id: nr
            version: versie
            citizen: insz
            person: { familyName: naam }
            facts:
              - { contract: person-changed, when: { soort: persoon }, occurredAt: dag, fields: { municipality: { value: "44021" } } }
              - { contract: employment-ended, when: { soort: werk }, occurredAt: dag, fields: { employment: nr, endedOn: dag, employer: { value: "0999999922" } } }
        """;

    private readonly List<string> handedOver = [];
    private int files;

    public Outbox<string> Outbox { get; } = new();

    public async Task RunAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            var rows = Outbox.Take(40);
            if (rows.Count > 0)
                await WriteAsync(rows, token);
            // In its folder it is handed over: a file does not go away.
            handedOver.AddRange(rows);
            Outbox.Acknowledged(rows.Count);
            await Task.Delay(dice.Next(150, 400), token);
        }
    }

    private async Task WriteAsync(List<string> rows, CancellationToken token)
    {
        switch (manners.Take())
        {
            case Manner.Duplicated:
                await PutAsync(Name(), rows, token);
                await PutAsync(Name(), [.. handedOver.TakeLast(20), .. rows, .. rows.Take(5)], token);
                break;
            case Manner.Reordered:
                var (earlier, later) = (Name(), Name());
                var shuffled = rows.ToArray();
                dice.Shuffle(shuffled);
                await PutAsync(later, shuffled[(rows.Count / 2)..], token);
                await Task.Delay(dice.Next(300), token);
                await PutAsync(earlier, shuffled[..(rows.Count / 2)], token);
                break;
            case Manner.Split:
                var growing = Name();
                await PutAsync(growing, rows[..1], token);
                foreach (var part in rows.Skip(1).Chunk(7))
                {
                    await Task.Delay(dice.Next(120), token);
                    await FileWriting.AppendAsync(folder, growing, part, token);
                }

                break;
            default:
                await PutAsync(Name(), rows, token);
                break;
        }
    }

    /// <summary>A file without a row is none: the hub would put it in quarantine, and rightly.</summary>
    private Task PutAsync(string name, IReadOnlyCollection<string> rows, CancellationToken token) => rows.Count == 0 ? Task.CompletedTask : FileWriting.PutAsync(folder, name, rows, token);

    private string Name() => $"nieuw-{++files:00000}.jsonl";
}
