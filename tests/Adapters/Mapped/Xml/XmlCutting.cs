using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Mapped.Xml;

namespace IntegrationHub.Adapters.Mapped.Tests.Xml;

public sealed class XmlCutting
{
    private static readonly Dictionary<string, string> NoOutside = [];

    private static XmlCutter Of(string? rows, long max = Cutting.MaxRecordBytes) => new(rows, NoOutside, max);

    [Theory]
    [InlineData("Export/Rijen/Rij", 2)]
    [InlineData("//Rij", 3)]
    [InlineData("//Rijen/Rij", 2)]
    [InlineData("//Geen", 0)]
    [InlineData("Export", 1)]
    [InlineData(null, 1)]
    public async Task The_elements_at_the_path_are_the_records(string? rows, int count)
    {
        var cut = await Of(rows).CutAsync("<Export><Kop><Rij>0</Rij></Kop><Rijen><Rij>1</Rij><!-- x --><Rij a='1'/></Rijen></Export>");

        cut.Refusal.ShouldBeNull();
        cut.Records.Count.ShouldBe(count);
    }

    [Fact]
    public async Task A_record_is_a_document_of_its_own_with_the_namespaces_that_hold_where_it_stands()
    {
        var cut = await Of("//Rij").CutAsync("""
            <x:Export xmlns:x="urn:x" xmlns="urn:default" xmlns:t="urn:types" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <Rij xsi:type="t:Soort" xml:lang="nl"><x:A xmlns:y="urn:y" y:b="&lt;&quot;1">a &amp; b<![CDATA[<c>]]></x:A><Leeg xmlns=""/></Rij>
              <t:Rij xmlns:t="urn:other"/>
            </x:Export>
            """);

        cut.Refusal.ShouldBeNull();
        var row = XElement.Parse(cut.Records[0].Text);
        row.Name.ShouldBe(XName.Get("Rij", "urn:default"));
        row.GetNamespaceOfPrefix("t").ShouldBe((XNamespace)"urn:types");
        row.Element(XName.Get("A", "urn:x"))!.Value.ShouldBe("a & b<c>");
        row.Element(XName.Get("A", "urn:x"))!.Attribute(XName.Get("b", "urn:y"))!.Value.ShouldBe("<\"1");
        row.Element("Leeg").ShouldNotBeNull();
        row.Attribute(XNamespace.Xml + "lang")!.Value.ShouldBe("nl");
        XElement.Parse(cut.Records[1].Text).Name.ShouldBe(XName.Get("Rij", "urn:other"));
        cut.Records.Select(record => record.Line).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task What_was_read_before_a_break_stays_and_the_rest_is_refused()
    {
        var cut = await Of("//Rij").CutAsync("<Export>\n<Rij>1</Rij>\n<Rij>2</Rij>\n<Rij>3</Ri");

        cut.Records.Count.ShouldBe(2);
        cut.Refusal.ShouldNotBeNull().Expected.ShouldStartWith("XML to its end");
        cut.Refusal.Expected.ShouldEndWith("at line 4");
    }

    [Theory]
    [InlineData("<Antwoord/>", "found another first element")]
    [InlineData("<s:Envelope xmlns:s='urn:s'><s:Body/></s:Envelope>", "found a SOAP envelope")]
    [InlineData("<?xml version='1.0'?><html xmlns='x'><body/></html>", "found an HTML page")]
    [InlineData("<!DOCTYPE html><html/>", "found an HTML page")]
    [InlineData("<!DOCTYPE Export [<!ENTITY a 'b'>]><Export/>", "without a DOCTYPE")]
    [InlineData("{\"a\":1}", "does not begin with a tag")]
    [InlineData("", "found an empty file")]
    public async Task What_is_something_else_is_refused_whole(string content, string found)
    {
        var cut = await Of("Export/Rij").CutAsync(content);

        cut.Records.ShouldBeEmpty();
        cut.Refusal.ShouldNotBeNull().Expected.ShouldContain(found);
    }

    [Fact]
    public async Task A_DOCTYPE_further_down_than_we_look_stops_the_reading() =>
        (await Of("//Rij").CutAsync($"<?xml version='1.0'?><!--{new string('x', 20_000)}--><!DOCTYPE a [<!ENTITY b 'c'>]><a><Rij>&b;</Rij></a>")).Refusal.ShouldNotBeNull();

    [Fact]
    public async Task A_record_over_the_limit_is_given_with_its_size_and_the_rest_goes_on()
    {
        var cut = await Of("//Rij", max: 1000).CutAsync($"<E><Rij>1</Rij><Rij><a>{new string('x', 3_000_000)}</a><b>2</b></Rij><Rij>3</Rij></E>", readSize: 5000);

        cut.Refusal.ShouldBeNull();
        cut.Records.Select(record => record.RefusedSize).ShouldBe([null, 3_000_026, null]);
        cut.Records[1].Text.Length.ShouldBeLessThanOrEqualTo(4096);
        cut.Records[2].Text.ShouldBe("<Rij>3</Rij>");
    }

    [Fact]
    public async Task An_attribute_over_the_limit_ends_the_reading_and_not_the_memory()
    {
        var cut = await Of("//Rij", max: 1000).CutAsync($"<E><Rij>1</Rij><Rij a='{new string('x', 3_000_000)}'/><Rij>3</Rij></E>", readSize: 5000);

        cut.Records.Count.ShouldBe(1);
        cut.Refusal.ShouldNotBeNull().Expected.ShouldStartWith("texts of at most 1000 bytes");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("windows-1252")]
    [InlineData("iso-8859-1")]
    public async Task Another_encoding_is_read_when_the_document_says_so(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(name);
        byte[] content = [.. encoding.GetPreamble(), .. encoding.GetBytes($"<?xml version=\"1.0\" encoding=\"{name}\"?><E><Rij>Noë</Rij></E>")];

        (await Of("//Rij").CutAsync(content)).Texts.ShouldBe(["<Rij>Noë</Rij>"]);
    }

    [Fact]
    public async Task Values_from_outside_the_rows_are_read_before_and_after_them()
    {
        var outside = new Dictionary<string, string> { ["insz"] = "//Persoon/INSZ", ["id"] = "E/@id", ["absent"] = "//Nergens", ["after"] = "E/Na" };
        var cut = await new XmlCutter("//Rij", outside, Cutting.MaxRecordBytes)
            .CutAsync("<E id='7'><Persoon><INSZ> 1 </INSZ><Naam>x</Naam></Persoon><Rij>a</Rij><Persoon><INSZ>1</INSZ></Persoon><Na><b>x</b>n</Na></E>");

        cut.File.Properties.ShouldBe(
            new Dictionary<string, string> { ["file"] = "export.json", ["outside:insz"] = "1", ["outside:id"] = "7", ["outside:after"] = "n" }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_value_from_outside_that_is_not_the_same_everywhere_refuses_the_file_for_it_might_be_another_citizens()
    {
        var cut = await new XmlCutter("//Rij", new Dictionary<string, string> { ["insz"] = "//INSZ" }, Cutting.MaxRecordBytes).CutAsync("<E><INSZ>1</INSZ><Rij/><INSZ>2</INSZ></E>");

        cut.Records.ShouldBeEmpty();
        cut.Refusal.ShouldNotBeNull().Expected.ShouldBe("one value for all rows at //INSZ (outside: insz), found several different ones");
    }

    [Fact]
    public void Any_split_of_the_stream_into_reads_gives_the_same_records_and_any_resumption_the_rest()
    {
        var child = Gen.Elements("<a>1</a>", "<b/>", "tekst", "<c x='1'><Rij>in</Rij></c>", "<![CDATA[<Rij>]]>", "<!-- <Rij/> -->", "é&amp;", "<a>" + new string('y', 200) + "</a>");
        var row = child.ArrayOf().Select(children => $"<Rij n='1'>{string.Concat(children)}</Rij>");
        var documents = row.ArrayOf().SelectMany(rows => Gen.Elements("", "\n  ", "<Rij/>").Select(between => $"<E xmlns:q='urn:q'><K>0</K>{string.Join(between, rows)}</E>"));
        var cases = documents.SelectMany(document => Gen.Elements(1, 3, 7, 64, 1000).SelectMany(size => Gen.Choose(0, document.Length).Select(length => (document, size, length))));

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            foreach (var content in new[] { example.document, example.document[..example.length] })
            {
                var whole = Of("//Rij", max: 250).Cut(content);
                var chopped = Of("//Rij", max: 250).Cut(content, example.size);
                chopped.Records.ShouldBe(whole.Records);
                (chopped.Refusal is null).ShouldBe(whole.Refusal is null);
                for (var stop = 0; stop < whole.Records.Count; stop++)
                    Of("//Rij", max: 250).Cut(content, example.size, whole.Records[stop].Next).Records.ShouldBe(whole.Records.Skip(stop + 1));
            }
        }).Check(Cutting.Quick(120));
    }

    [Fact]
    public void A_record_means_what_it_meant_within_its_document()
    {
        var child = Gen.Elements("<a>1 &lt; 2</a>", "<b/>", "<q:b q:x='&quot;'/>", "<c x='1'><d>in</d></c>", "<![CDATA[<Rij>]]>", "<e xmlns='urn:e'><f/></e>", "<e xmlns:q='urn:z'><q:f/></e>", "&#13;x\ty", "  ");
        var rows = child.ArrayOf().Select(children => $"<q:Rij n='1'>{string.Concat(children)}</q:Rij>").ArrayOf();

        Prop.ForAll(rows.ToArbitrary(), content =>
        {
            var document = $"<E xmlns:q='urn:q' xmlns='urn:d'>{string.Concat(content)}</E>";
            var expected = XElement.Parse(document, LoadOptions.PreserveWhitespace).Elements().ToList();
            var cut = Of("E/Rij").Cut(document).Records.Select(record => XElement.Parse(record.Text, LoadOptions.PreserveWhitespace)).ToList();
            cut.Count.ShouldBe(expected.Count);
            for (var i = 0; i < cut.Count; i++)
                XNode.DeepEquals(Bare(cut[i]), Bare(expected[i])).ShouldBeTrue(cut[i].ToString());
        }).Check(Cutting.Quick(120));
    }

    private static XElement Bare(XElement element) => new(
        element.Name,
        element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration),
        element.Nodes().Select(node => node is XElement child ? Bare(child) : node is XCData data ? new XText(data.Value) : node));
}
