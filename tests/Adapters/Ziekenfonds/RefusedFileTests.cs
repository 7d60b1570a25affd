using System.Text;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class RefusedFileTests : IDisposable
{
    private readonly Delivering delivery = new(maxRecordBytes: 100_000);

    public static TheoryData<string, string> Formats => new()
    {
        { "", "XML with notifications, found an empty file" },
        { " \n", "XML with notifications, found an empty file" },
        { "PK\u0003\u0004rest", "XML, found a zip file or an Excel workbook (.xlsx)" },
        { "%PDF-1.7", "XML, found a PDF" },
        { "{\"a\":1}", "XML, found JSON" },
        { "insz;naam\n1;2", "XML, found text that does not begin with <" },
        { "<!DOCTYPE html><html><body>Log in</body></html>", "XML, found an HTML page" },
        { "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", "XML without a document type (<!DOCTYPE), found one" },
        { "<lijst><attest/></lijst>", "at least one element named indemnityAllowanceNotification, membershipNotification or increasedAllowanceNotification, found none" },
        { "<?xml version=\"1.0\" encoding=\"klingon\"?><a/>", "well-formed XML, found a mistake at line 1, character 31, after 0 notifications" },
    };

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task What_is_no_XML_of_ours_is_refused_whole_with_what_it_is(string file, string expected)
    {
        var refusal = await delivery.RefusalAsync(Encoding.Latin1.GetBytes(file));

        (refusal.Field, refusal.Expected).ShouldBe(("file", expected));
        refusal.ToDo.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_file_that_breaks_off_gives_what_came_before_and_one_refusal_for_the_rest()
    {
        var file = Xml.File(Xml.Incapacity(), Xml.Incapacity(identification: Xml.Identification("A2")), Xml.Incapacity(identification: Xml.Identification("A3")));
        delivery.Put("one.xml", file[..file.LastIndexOf("</allowance>", StringComparison.Ordinal)]);

        var records = await delivery.RecordsAsync();

        records.Select(record => record.Id).ShouldBe(["incapacity:A1", "incapacity:A2", "file:one.xml"]);
        var refusal = delivery.Normaliser.Normalise(records[2]).Rejections.ShouldHaveSingleItem();
        refusal.Expected.ShouldStartWith("well-formed XML, found an end in the middle of it at line 5, character");
        refusal.Expected.ShouldEndWith("after 2 notifications");
        refusal.ToDo.ShouldBe("Export the file again: it was not written to its end.");
    }

    [Theory]
    [InlineData("attest 85673003360.xml")]
    [InlineData("attest 85.67.30-033.60.xml")]
    public async Task An_id_that_is_made_of_a_name_with_an_INSZ_in_it_is_personal_and_nobody_is_shown_that_name(string name)
    {
        var file = Xml.File("<indemnityAllowanceNotification/>", Xml.Incapacity());
        delivery.Put(name, file[..file.LastIndexOf("</allowance>", StringComparison.Ordinal)]);

        (await delivery.RecordsAsync()).ShouldAllBe(record => record.IdIsPersonal || !record.Id.Contains(name));
        (await delivery.Check.CheckAsync(TestContext.Current.CancellationToken)).Detail.ShouldContain("attest (insz).xml");
    }

    [Fact]
    public async Task A_tag_that_is_not_closed_as_it_was_opened_refuses_the_rest_without_repeating_it()
    {
        delivery.Put("one.xml", Xml.File(Xml.Incapacity(), "<Janssens></Peeters>", Xml.Incapacity()));

        var records = await delivery.RecordsAsync();

        records.Count.ShouldBe(2);
        var refusal = delivery.Normaliser.Normalise(records[1]).Rejections.ShouldHaveSingleItem().ToString();
        refusal.ShouldContain("found a mistake at line 4, character 13, after 1 notification");
        refusal.ShouldNotContain("Janssens");
    }

    [Fact]
    public async Task Elements_nested_without_end_are_refused()
    {
        var refusal = await delivery.RefusalAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("<a>", 200_000))));

        refusal.Expected.ShouldBe("elements nested like those of notifications, found far deeper ones at line 1, character 197, after 0 notifications");
    }

    [Fact]
    public async Task A_text_without_end_is_refused_before_it_fills_the_memory()
    {
        var refusal = await delivery.RefusalAsync(Encoding.UTF8.GetBytes($"<notifications a=\"{new string('x', 5_000_000)}\"/>"));

        refusal.Expected.ShouldBe("texts and tags within limits.maxRecordBytes of hub.json, found a larger one near line 1, character 2, after 0 notifications");
    }

    [Fact]
    public async Task A_file_that_was_refused_is_read_when_the_option_that_refused_it_is_mended()
    {
        delivery.Put("one.xml", Xml.File(Xml.Incapacity()).Replace("indemnityAllowanceNotification", "attest", StringComparison.Ordinal));
        var refused = (await delivery.PullAsync()).ShouldHaveSingleItem();
        using var mended = new Delivering(new Dictionary<string, string?> { ["incapacityElement"] = "attest" }, folder: delivery.Folder);

        (await delivery.PullAsync(refused.Checkpoint)).ShouldBeEmpty();
        (await mended.RecordsAsync(refused.Checkpoint)).ShouldHaveSingleItem().Id.ShouldBe("incapacity:A1");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public async Task A_file_in_another_encoding_is_read_as_it_declares(string name)
    {
        var encoding = (CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name))!;
        var file = Xml.File(Xml.Incapacity("<note>Hélène</note><period><beginDate>2026-09-01</beginDate></period>")).Replace("UTF-8", name, StringComparison.Ordinal);
        delivery.Put("one.xml", [.. encoding.GetPreamble(), .. encoding.GetBytes(file)]);

        (await delivery.NormalisedAsync()).ShouldHaveSingleItem().Keys().ShouldBe(["granted"]);
    }

    public void Dispose() => delivery.Dispose();
}
