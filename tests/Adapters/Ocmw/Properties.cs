using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ocmw.Tests;

/// <summary>What holds for any input. FsCheck shrinks a failure and prints the seed to repeat it with.</summary>
public sealed class Properties
{
    private static readonly string[] Header =
        ["dossiernummer", "insz", "naam", "voornaam", "straat", "postcode", "gemeente", "nis", "geopend_op", "gesloten_op", "maatschappelijk_werker", "thema", "opmerking"];

    private static readonly string[] Row =
        ["D2026-1", Exporting.Insz, "Noë; \"de\" Smet", "Hélène", "Kaai 1\nbus 2", "9000", "Gent", "44021", "3/02/2026", "", "mw-1", "wonen,werk", "a|b\tc"];

    private static Config Quick(int runs) => Config.QuickThrowOnFailure.WithMaxTest(runs);

    [Fact]
    public void Any_order_of_columns_any_quoting_and_any_separator_gives_the_same_facts()
    {
        using var export = new Exporting();
        var plain = Read(export, Write(Enumerable.Range(0, Header.Length), ';', Enumerable.Repeat(true, 99)));
        var cases = Gen.Shuffle(Enumerable.Range(0, Header.Length).ToArray())
            .SelectMany(order => Gen.Elements(';', ',', '\t', '|').SelectMany(separator => Gen.Elements(true, false).ArrayOf(Header.Length).Select(quoted => (order, separator, quoted))));

        Prop.ForAll(cases.ToArbitrary(), example => Read(export, Write(example.order, example.separator, example.quoted)).ShouldBe(plain)).Check(Quick(300));
    }

    [Fact]
    public void Any_bytes_at_all_end_accepted_or_rejected()
    {
        using var export = new Exporting(maxRecordBytes: 200);
        export.Put("dossiers.csv", $"{Exporting.DossierHeader}\nD1;{Exporting.Insz};3/02/2026;\n");
        var good = Await(export.RecordsAsync()).Single();
        var bytes = Gen.Elements("\"", ";", "\n", "\r", "D1", Exporting.Insz, "3/02/2026", "é", " ", "sep=;", Exporting.DossierHeader + "\n", "dossiernummer", "\0", "'", "-", "31", "x")
            .Select(Encoding.UTF8.GetBytes).Or(ArbMap.Default.GeneratorFor<byte>().Select(b => new[] { b })).ArrayOf().Select(parts => parts.SelectMany(part => part).ToArray());

        Prop.ForAll(bytes.ToArbitrary(), content =>
        {
            export.Normaliser.Normalise(good with { Raw = content });
            export.Put("dossiers.csv", (byte[])[.. Encoding.UTF8.GetBytes(Exporting.DossierHeader + "\n"), .. content]);
            foreach (var record in Await(export.RecordsAsync()))
                export.Normaliser.Normalise(record);
            export.Put("dossiers.csv", content);
            foreach (var record in Await(export.RecordsAsync()))
                export.Normaliser.Normalise(record);
        }).Check(Quick(500));
    }

    [Fact]
    public void Any_properties_of_a_record_end_accepted_or_rejected()
    {
        using var export = new Exporting();
        var texts = Gen.Elements("", ";", "utf-8", "windows-1252", "12", Exporting.DossierHeader, "\"", "\uD800;insz", "leefloon", "file", "dossiers");
        var records = texts.ArrayOf(5).Select(text => new SourceRecord
        {
            Id = "x", Kind = text[0], Raw = Encoding.UTF8.GetBytes(text[1]), Properties = new Dictionary<string, string> { ["header"] = text[2], ["separator"] = text[3], ["encoding"] = text[4] },
        });

        Prop.ForAll(records.ToArbitrary(), record => export.Normaliser.Normalise(record).IsRejected.ShouldBeTrue()).Check(Quick(500));
    }

    [Fact]
    public void Stopping_after_any_page_loses_and_repeats_nothing_whatever_the_rows()
    {
        using var export = Exporting.With(("pageSize", "2"));
        var files = Gen.Elements("D1;x;y;z\n", "D2;\"a\nb\";;\r\n", "\n", ";;;\n", "D3;\"open;\n", "D4;\"a\"b;;\n", "D5;;\"\";\n", "\"\n", "é;1").ArrayOf().Select(string.Concat);

        Prop.ForAll(files.ToArbitrary(), rows =>
        {
            export.Put("dossiers.csv", Exporting.DossierHeader + "\n" + rows);
            var whole = Await(export.PullAsync());
            for (var stop = 0; stop < whole.Count; stop++)
                Flat(whole.Take(stop + 1).Concat(Await(export.PullAsync(whole[stop].Checkpoint)))).ShouldBe(Flat(whole));
        }).Check(Quick(200));
    }

    private static string Write(IEnumerable<int> order, char separator, IEnumerable<bool> quoted)
    {
        var columns = order.Zip(quoted).ToList();
        return Line(Header) + "\n" + Line(Row) + "\n";

        string Line(string[] fields) => string.Join(separator, columns.Select(column => Quote(fields[column.First], column.Second)));
        string Quote(string field, bool always) => always || field.AsSpan().ContainsAny("\"\n" + separator) ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
    }

    private static string Read(Exporting export, string file)
    {
        export.Put("dossiers.csv", file);
        return Await(export.OneAsync()).Flat();
    }

    private static List<string> Flat(IEnumerable<SourceBatch> pages) =>
        [.. pages.SelectMany(page => page.Records).Select(record => $"{record.Id} {record.Line} {Convert.ToHexString(record.Raw.Span)}")];

    // FsCheck's properties are synchronous.
    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
