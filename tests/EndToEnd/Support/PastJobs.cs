using System.Globalization;
using System.Text;

namespace IntegrationHub.EndToEnd.Tests.Support;

/// <summary>What a source brings when it is connected: jobs that ended, each of another citizen. One in fifty ended in the last weeks, the others years ago.</summary>
internal sealed class PastJobs(HubFolder folder)
{
    private const string Header = "contractnummer;insz;naam;voornaam;straat;postcode;gemeente;nis;in_dienst;uit_dienst;werkgever;soort";
    private int files;

    /// <summary>Who lost a job in the last weeks, with the day.</summary>
    public Dictionary<string, DateOnly> Recent { get; } = [];

    /// <summary>Writes a complete export of so many jobs; the next one holds those of this too.</summary>
    public void Write(int rows)
    {
        using var file = new StreamWriter(Path.Combine(folder.Exports, $"tewerkstelling-2026-01-{++files:00}.csv"), append: false, new UTF8Encoding(false));
        file.WriteLine(Header);
        for (var i = 0; i < rows; i++)
        {
            var insz = TestInsz.Number(i);
            var end = Recently.Today.AddDays(-(i % 50 == 7 ? 3 + (i / 50 % 20) : 500 + (i % 1500)));
            if (i % 50 == 7)
                Recent[insz] = end;
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A60-{i};{insz};Naam{i};Voornaam{i};Straat {i};9000;Gent;44021;{end.AddDays(-300):dd/MM/yyyy};{end:dd/MM/yyyy};0999999922;art60"));
        }
    }
}
