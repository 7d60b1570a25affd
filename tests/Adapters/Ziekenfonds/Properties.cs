using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

/// <summary>What holds for any input. FsCheck shrinks a failure and prints the seed to repeat it with.</summary>
public sealed class Properties
{
    private static readonly string[] Pieces =
    [
        "<notifications>", "</notifications>", "<indemnityAllowanceNotification>", "</indemnityAllowanceNotification>", "<allowance>", "</allowance>", "<a x='1'/>", "<", ">", "&amp;", "&#0;", "&b;",
        "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE a>", "\n", "é", "\0", "\uFEFF", "x:y", "xmlns:x='urn:x'", "<x:a xmlns:x='urn:x'>", "</x:a>",
        "<ssin>", Xml.Insz, "</ssin>", "2026-09-01", "9", Xml.Identification(), Xml.Incapacity(), Xml.Ended("9"),
    ];

    private static Gen<string> Any => Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

    [Fact]
    public void Any_bytes_at_all_end_accepted_or_rejected()
    {
        using var delivery = new Delivering(maxRecordBytes: 600);
        var bytes = Gen.Elements(Pieces).Select(Encoding.UTF8.GetBytes).Or(ArbMap.Default.GeneratorFor<byte>().Select(b => new[] { b })).ArrayOf().Select(parts => parts.SelectMany(part => part).ToArray());

        Prop.ForAll(bytes.ToArbitrary(), content =>
        {
            foreach (var kind in (string[])["incapacity", "membership", "increased-allowance", "file", "x"])
                delivery.Normaliser.Normalise(new SourceRecord { Id = "x", Kind = kind, Raw = content });
            delivery.Put("one.xml", content);
            foreach (var record in Await(delivery.RecordsAsync()))
                delivery.Normaliser.Normalise(record);
        }).Check(Quick(500));
    }

    [Fact]
    public void Stopping_after_any_page_loses_and_repeats_nothing_whatever_the_files()
    {
        using var delivery = Delivering.With(("pageSize", "2"));

        Prop.ForAll(Any.ArrayOf(3).ToArbitrary(), files =>
        {
            for (var i = 0; i < files.Length; i++)
                delivery.Put($"{i}.xml", i == 0 ? Xml.File(Enumerable.Repeat(Xml.Incapacity(), files[0].Length % 7).Append(files[0])) : files[i]);
            var whole = Await(delivery.PullAsync());
            for (var stop = 0; stop < whole.Count; stop++)
                Flat(whole.Take(stop + 1).Concat(Await(delivery.PullAsync(whole[stop].Checkpoint)))).ShouldBe(Flat(whole));
        }).Check(Quick(200));
    }

    [Fact]
    public void A_notification_cut_from_its_file_reads_as_it_stood_there()
    {
        using var delivery = new Delivering();
        var texts = Gen.Elements("a", "é", "&amp;", "&lt;", "<![CDATA[<b>]]>", "\n", "<!-- \n -->", "<b c='&quot;'/>", "<x:d xmlns:x='urn:x' x:e='1'/>", "😀", "&#13;").ArrayOf().Select(string.Concat);

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            delivery.Put("one.xml", Xml.File(Xml.Incapacity($"<note>{text}</note><period>{text}<beginDate>2026-09-01</beginDate></period>\n<exitCode>0</exitCode>")));
            var rejection = delivery.Normaliser.Normalise(Await(delivery.RecordsAsync()).Single()).Rejections.Single();
            rejection.Field.ShouldBe($"allowance/exitCode, line {4 + (2 * text.Count(c => c == '\n'))}");
        }).Check(Quick(200));
    }

    private static Config Quick(int runs) => Config.QuickThrowOnFailure.WithMaxTest(runs);

    private static List<string> Flat(IEnumerable<SourceBatch> pages) =>
        [.. pages.SelectMany(page => page.Records).Select(record => $"{record.Id} {record.Line} {Convert.ToHexString(record.Raw.Span)}")];

    // FsCheck's properties are synchronous.
    private static T Await<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
