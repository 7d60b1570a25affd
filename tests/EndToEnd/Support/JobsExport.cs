using System.Globalization;
using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>
/// A large export of jobs (<c>tewerkstelling</c>), each of another citizen. One in fifty ended, with no other after it: <c>ontslag</c>. One in a thousand rows cannot be read, and one in two
/// thousand stands there twice.
/// </summary>
internal sealed class JobsExport
{
    private const string Header = "contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst;werkgever;soort";

    private JobsExport(int rows) => Rows = rows;

    public int Rows { get; }

    public int Broken { get; private set; }

    public int Repeated { get; private set; }

    /// <summary>Different records that can be read.</summary>
    public int Records => Rows - Broken - Repeated;

    /// <summary>Who lost a job.</summary>
    public HashSet<string> LostJob { get; } = [];

    public static JobsExport Write(HubFolder folder, int rows)
    {
        var export = new JobsExport(rows);
        using var file = new StreamWriter(Path.Combine(folder.Exports, "tewerkstelling-2026-11-20.csv"), append: false, new UTF8Encoding(false));
        file.WriteLine(Header);
        for (var i = 0; i < rows; i++)
            file.WriteLine(export.Row(i));
        return export;
    }

    private string Row(int i)
    {
        if (i % 2000 == 1999)
        {
            Repeated++;
            return Row(i - 1);
        }

        var insz = TestInsz.Number(i);
        var isBroken = i % 1000 == 500;
        if (isBroken)
            Broken++;
        var hasEnded = i % 50 == 7;
        if (hasEnded)
            LostJob.Add(insz);
        var begin = isBroken ? "31/11/2025" : "01/12/2025";
        var end = hasEnded ? Recently.Written(1 + (i % 15)) : "";
        var nis = hasEnded ? "44021" : "";
        return string.Create(CultureInfo.InvariantCulture, $"A60-{i};{insz};Naam{i};Voornaam{i};Straat {i};9000;Gent;{nis};{begin};{end};0999999922;art60");
    }
}
