using System.Text;
using IntegrationHub.Adapters.Mapped.Rows;
using IntegrationHub.Adapters.Mapped.Xml;

namespace IntegrationHub.Adapters.Mapped.Tests.Xml;

public sealed class XmlReferences
{
    private const string Patient = """
        <Patient xmlns="http://hl7.org/fhir" xmlns:x="urn:x">
          <id value="p1"/>
          <identifier><system value="urn:member"/><value value="M7"/><assigner><identifier><value value="300"/></identifier></assigner></identifier>
          <identifier><system value="urn:ssin"/><value value="85712301822"/></identifier>
          <name><family value=" Appelmans "/><given value="Roosje"/><given value="Fien"/></name>
          <x:note x:by="me">tekst</x:note><empty/><same>1</same><same>1</same>
        </Patient>
        """;

    private static Cell Read(string reference, string row = Patient)
    {
        var cells = new RowCells();
        var properties = new Dictionary<string, string> { ["outside:insz"] = "from outside" };
        new XmlRowReader([reference], ["insz", "absent"]).Read(new RawRow(Encoding.UTF8.GetBytes(row), properties, 1), cells).ShouldBeNull();
        return cells[0];
    }

    [Theory]
    [InlineData("id/@value", "p1")]
    [InlineData("name/family/@value", "Appelmans")]
    [InlineData("//family/@value", "Appelmans")]
    [InlineData("identifier[system/@value='urn:ssin']/value/@value", "85712301822")]
    [InlineData("identifier[system/@value=\"urn:member\"]/assigner/identifier/value/@value", "300")]
    [InlineData("note", "tekst")]
    [InlineData("note/@by", "me")]
    [InlineData("same", "1")]
    [InlineData("insz", "from outside")]
    public void A_text_is_found(string reference, string text)
    {
        Read(reference).Kind.ShouldBe(CellKind.Text);
        Read(reference).Text.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("nergens", "Missing")]
    [InlineData("absent", "Missing")]
    [InlineData("id/@other", "Missing")]
    [InlineData("identifier[system/@value='urn:other']/value/@value", "Missing")]
    [InlineData("empty", "Empty")]
    [InlineData("name", "Object")]
    [InlineData("name/given/@value", "Object")]
    [InlineData("identifier/value/@value", "Object")]
    public void What_is_no_single_text_is_told_by_its_kind(string reference, string kind) => Read(reference).Kind.ToString().ShouldBe(kind);

    [Theory]
    [InlineData("")]
    [InlineData("//")]
    [InlineData("a//b")]
    [InlineData("a/@")]
    [InlineData("a[b]/c")]
    [InlineData("a[b='x'/c")]
    [InlineData("a[b=x]/c")]
    [InlineData("a b")]
    [InlineData("@a/b")]
    public void A_reference_written_wrongly_is_an_error_that_says_what_to_write(string reference) =>
        Should.Throw<FormatException>(() => new XmlRowReader([reference], [])).Message.ShouldContain("such as \"Persoon/INSZ\"");

    [Theory]
    [InlineData("")]
    [InlineData("<a>")]
    [InlineData("<a>&b;</a>")]
    [InlineData("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")]
    [InlineData("\0\u0001")]
    public void Bytes_that_are_no_element_are_a_reason_to_reject_the_row(string row) =>
        new XmlRowReader(["a"], []).Read(new RawRow(Encoding.UTF8.GetBytes(row), new Dictionary<string, string>(), null), new RowCells())
            .ShouldNotBeNull().Expected.ShouldStartWith("an XML element");
}
