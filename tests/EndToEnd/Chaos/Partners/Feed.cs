using System.Globalization;
using System.Text.Json;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>All partners: what happens to people, told through each of them, all the time and in bursts.</summary>
internal sealed class Feed : IDisposable
{
    /// <summary>Fewer than the hub takes for a loss that a person must confirm.</summary>
    private const int MostGone = 8;
    private static readonly CaseKind[] Kinds = [.. Enum.GetValues<CaseKind>().Except([CaseKind.AtMagda])];
    private readonly List<CitizenCase> cases = [.. MagdaPartner.Cases];
    private readonly Random dice;
    private readonly RegisterPartner register;
    private readonly ExportPartner export;
    private readonly PushPartner push;
    private readonly MllpPartner mllp;
    private readonly Lock adding = new();

    public Feed(int seed, string registerFolder, string exportFolder, IReadOnlyList<Uri> hubs, IReadOnlyList<int> ports)
    {
        dice = new Random(seed);
        register = new RegisterPartner(registerFolder, Manners, new Random(seed + 1));
        export = new ExportPartner(exportFolder, Manners, new Random(seed + 2));
        push = new PushPartner(hubs, Manners, new Random(seed + 3));
        mllp = new MllpPartner(ports, Manners, new Random(seed + 4));
    }

    public Mannered Manners { get; } = new();

    public IReadOnlyList<CitizenCase> Cases => cases;

    public IReadOnlyList<string> Surprises => push.Surprises;

    /// <summary>How much no hub acknowledged yet.</summary>
    public int Open => register.Outbox.Open + export.Open + push.Outbox.Open + mllp.Outbox.Open;

    public string Backlog => $"register {register.Outbox.Open}, export {export.Open}, http {push.Outbox.Open}, mllp {mllp.Outbox.Open}";

    /// <summary>Partners send until they have nothing left and are told to stop.</summary>
    public Task SendAsync(CancellationToken token) =>
        Task.WhenAll(register.RunAsync(token), export.RunAsync(token), push.RunAsync(token), mllp.RunAsync(token));

    /// <summary>A few cases each quarter of a second.</summary>
    public async Task TrickleAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            Burst(3);
            await Task.Delay(250, token);
        }
    }

    /// <summary>So many cases at once.</summary>
    public void Burst(int count)
    {
        lock (adding)
        {
            for (var i = 0; i < count; i++)
                Tell(new CitizenCase(cases.Count, Kinds[dice.Next(Kinds.Length)]));
        }
    }

    public void Dispose()
    {
        push.Dispose();
        mllp.Dispose();
    }

    private void Tell(CitizenCase told)
    {
        cases.Add(told);
        var (number, insz) = (told.Number, told.Insz);
        // Where she lives comes before or after what happened to her.
        var livesFirst = dice.Next(2) == 0;
        if (livesFirst && told.Records.Contains(RegisterPartner.Id))
            Row($"P-{number}", "persoon", insz, number);
        switch (told.Kind)
        {
            case CaseKind.JobLost:
                Row($"W-{number}", "werk", insz, number);
                break;
            case CaseKind.JobCorrected:
                Row($"W-{number}", "werk", insz, number);
                Row($"W-{number}", "werk", insz, number + 1, version: 2);
                break;
            case CaseKind.JobTakenBack:
                Row($"W-{number}", "werk", insz, number);
                Row($"W-{number}", "vervallen", insz, number, version: 2);
                break;
            case CaseKind.JobInExport:
                export.Add(number, insz);
                if (export.Count > 60 && dice.Next(15) == 0)
                    RemoveOne();
                break;
            case CaseKind.DischargedMllp or CaseKind.CancelledMllp:
                Stay(mllp.Outbox, told);
                break;
            case CaseKind.DischargedHttp or CaseKind.CancelledHttp:
                Stay(push.Outbox, told);
                break;
            case CaseKind.BrokenRow:
                Row($"W-{number}", "werk", insz[..10] + "x", number);
                break;
            case CaseKind.BrokenMllp:
                mllp.Outbox.Add(Hl7Text.Of(number, insz[..10] + "x", cancelled: false));
                break;
            case CaseKind.BrokenHttp:
                push.Outbox.Add(Hl7Text.Of(number, insz[..10] + "x", cancelled: false));
                break;
            default:
                break;
        }

        if (!livesFirst && told.Records.Contains(RegisterPartner.Id))
            Row($"P-{number}", "persoon", insz, number);
    }

    private static void Stay(Outbox<Hl7Text> outbox, CitizenCase told)
    {
        outbox.Add(Hl7Text.Of(told.Number, told.Insz, cancelled: false));
        if (told.MayHaveHadOne)
            outbox.Add(Hl7Text.Of(told.Number, told.Insz, cancelled: true));
    }

    private void RemoveOne()
    {
        if (cases.Count(one => one.IsGone) >= MostGone || cases.FirstOrDefault(one => one is { Kind: CaseKind.JobInExport, IsGone: false }) is not { } gone)
            return;
        gone.IsGone = true;
        export.Remove(gone.Number);
    }

    private void Row(string id, string kind, string insz, int days, int version = 1) => register.Outbox.Add(JsonSerializer.Serialize(new
    {
        nr = id,
        versie = version,
        insz,
        naam = "Naam" + id,
        soort = kind,
        dag = Recently.Today.AddDays(kind == "persoon" ? -900 : -3 - (days % 12)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    }));
}
