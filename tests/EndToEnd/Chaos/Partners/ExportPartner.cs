using System.Globalization;
using IntegrationHub.EndToEnd.Tests.Support;

namespace IntegrationHub.EndToEnd.Tests.Chaos.Partners;

/// <summary>An OCMW that exports all its jobs again and again; what an export no longer holds is withdrawn.</summary>
internal sealed class ExportPartner(string folder, Mannered manners, Random dice)
{
    private const string Header = "contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst;werkgever;soort";
    private readonly List<string> rows = [];
    private readonly Lock changing = new();
    private int files;
    private int written;
    private int version;

    /// <summary>How many rows the next export holds.</summary>
    public int Count => Read(rows => rows.Count);

    /// <summary>Whether the last export lacks something.</summary>
    public int Open => Volatile.Read(ref version) == Volatile.Read(ref written) ? 0 : 1;

    public void Add(int number, string insz) => Change(rows => rows.Add(string.Create(
        CultureInfo.InvariantCulture,
        $"A60-{number};{insz};Naam{number};Voornaam{number};Straat {number};9000;Gent;44021;01/12/2025;{Recently.Written(3 + (number % 12))};0999999922;art60")));

    public void Remove(int number) => Change(rows => rows.RemoveAll(row => row.StartsWith($"A60-{number};", StringComparison.Ordinal)));

    public async Task RunAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            var now = Volatile.Read(ref version);
            if (now != written)
            {
                await FileWriting.PutAsync(folder, $"tewerkstelling-{++files:00000}.csv", [Header, .. Rows()], token);
                Volatile.Write(ref written, now);
            }

            await Task.Delay(dice.Next(600, 1500), token);
        }
    }

    private string[] Rows()
    {
        var all = Read(rows => rows.ToArray());
        switch (manners.Take())
        {
            case Manner.Duplicated:
                return [.. all, .. all.TakeLast(10)];
            case Manner.Reordered:
                dice.Shuffle(all);
                return all;
            default:
                return all;
        }
    }

    private T Read<T>(Func<List<string>, T> read)
    {
        lock (changing)
            return read(rows);
    }

    private void Change(Action<List<string>> change)
    {
        lock (changing)
            change(rows);
        Interlocked.Increment(ref version);
    }
}
