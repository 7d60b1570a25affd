using System.Text;

namespace IntegrationHub.Benchmarks.Input;

/// <summary>
/// Exports of an OCMW in three kinds of files: four records for each citizen (a file, a decision on the leefloon, two jobs), with names and addresses. Of 8 citizens in 100 both jobs have
/// ended: 2 records in 100 are a moment.
/// </summary>
internal static class OcmwExports
{
    public const int RecordsOfCitizen = 4;
    private const int OutOf = 100;
    private const int WithoutJob = 8;

    public static int Moments(int records) => Enumerable.Range(0, records / RecordsOfCitizen).Count(LosesJob);

    public static void Write(string folder, int records)
    {
        Directory.CreateDirectory(folder);
        var citizens = records / RecordsOfCitizen;
        Write(folder, "dossiers", "dossiernummer;insz;naam;voornaam;straat;postcode;gemeente;telefoon;geopend_op;gesloten_op;maatschappelijk_werker;thema", citizens,
            (row, i) => row.Append($"D{i:0000000};{Insz(i)};{Person(i)};{Address(i)};09 555 {i % 10000:0000};{Day(i)}/{1 + (i % 9)}/2026;;mw-{i % 40:000};wonen"));
        Write(folder, "leefloon", "beslissingsnummer;insz;naam;voornaam;straat;postcode;gemeente;categorie;toegekend_vanaf;tot;stopgezet_op;reden_stopzetting", citizens,
            (row, i) => row.Append($"B{i:0000000};{Insz(i)};{Person(i)};{Address(i)};{1 + (i % 3)};1/{1 + (i % 9)}/2026;;;"));
        Write(folder, "tewerkstelling", "contractnummer;insz;naam;voornaam;straat;postcode;gemeente;in_dienst;uit_dienst;werkgever;soort", citizens * 2,
            (row, i) => row.Append($"T{i:0000000};{Insz(i / 2)};{Person(i / 2)};{Address(i / 2)};{Day(i)}/0{1 + (i % 6)}/2026;{(LosesJob(i / 2) ? $"{Day(i)}/09/2026" : "")};0999999922;art60"));
    }

    /// <summary>A number of the government's test range with valid check digits, another for each citizen.</summary>
    public static string Insz(int citizen)
    {
        var day = 1 + (citizen % 28);
        var month = 61 + (citizen / 28 % 12);
        var year = 40 + (citizen / (28 * 12) % 60);
        var sequence = 1 + (citizen / (28 * 12 * 60));
        var body = $"{year:00}{month:00}{day:00}{sequence:000}";
        return $"{body}{97 - (long.Parse(body) % 97):00}";
    }

    private static bool LosesJob(int citizen) => citizen % OutOf < WithoutJob;

    private static string Person(int citizen) => $"Zilverberg{citizen % 977};Joost{citizen % 89}";

    private static string Address(int citizen) => $"Windwijzerlaan {1 + (citizen % 199)} bus {citizen % 7};9000;Gent";

    private static string Day(int i) => $"{1 + (i % 28):00}";

    private static void Write(string folder, string kind, string header, int rows, Action<StringBuilder, int> write)
    {
        using var file = new StreamWriter(Path.Combine(folder, $"{kind}-2026-11-20.csv"), append: false, new UTF8Encoding(false), 1 << 16);
        file.Write(header + "\n");
        var row = new StringBuilder();
        for (var i = 0; i < rows; i++)
        {
            row.Clear();
            write(row, i);
            row.Append('\n');
            file.Write(row);
        }
    }
}
