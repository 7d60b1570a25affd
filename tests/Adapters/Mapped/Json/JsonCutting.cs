using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Mapped.Json;

namespace IntegrationHub.Adapters.Mapped.Tests.Json;

public sealed class JsonCutting
{
    private static readonly Dictionary<string, string> NoOutside = [];

    private static JsonCutter Of(string? rows = null, long max = Cutting.MaxRecordBytes) => new(rows, NoOutside, max);

    [Fact]
    public async Task The_elements_of_the_array_at_the_path_are_the_records()
    {
        var cut = await Of("data.items").CutAsync("""
            {
              "meta": { "items": [9], "n": [[1], {"items": [2]}] },
              "data": {
                "count": 2, "items": [
                  { "a": 1 },
                  { "a": "]}" , "b": [ {} ] }
                ],
                "more": false }
            }
            """);

        cut.Refusal.ShouldBeNull();
        cut.Texts.ShouldBe(["""{ "a": 1 }""", """{ "a": "]}" , "b": [ {} ] }"""]);
        cut.Records.Select(record => record.Line).ShouldBe([5, 6]);
    }

    [Theory]
    [InlineData("""[{"a":1},{"a":2}]""", null, 2)]
    [InlineData("\uFEFF  [ {\"a\":1} ]  ", null, 1)]
    [InlineData("""{"a":1}""", null, 1)]
    [InlineData("""{"rows":{"a":1}}""", "rows", 1)]
    [InlineData("""{"rows":[]}""", "rows", 0)]
    [InlineData("""{"rows":null}""", "rows", 0)]
    [InlineData("[]", null, 0)]
    public async Task A_list_one_object_and_nothing_are_read(string content, string? rows, int count)
    {
        var cut = await Of(rows).CutAsync(content);

        cut.Refusal.ShouldBeNull();
        cut.Records.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("""{"rows":[{"a":1},{"a":2},{"a""", 2, "line 1")]
    [InlineData("""{"rows":[{"a":1},{"a":2}""", 2, "line 1")]
    [InlineData("{\"rows\":[{\"a\":1},\n{\"a\":2}]", 2, "line 2")]
    [InlineData("{\"rows\":[{\"a\":1},\n{\"a\":2},\n{\"a\":oops},{\"a\":4}]}", 2, "line 3")]
    public async Task What_was_read_before_a_break_stays_and_the_rest_is_refused(string content, int count, string place)
    {
        var cut = await Of("rows").CutAsync(content);

        cut.Records.Count.ShouldBe(count);
        cut.Refusal.ShouldNotBeNull().Expected.ShouldContain(place);
        cut.Refusal.Expected.ShouldStartWith("JSON to its end");
        cut.Refusal.Expected.ShouldNotContain("oops");
    }

    [Theory]
    [InlineData("", "found an empty file")]
    [InlineData(" \n ", "found only white space")]
    [InlineData("<!DOCTYPE html><html>", "found an HTML page")]
    [InlineData("\n<HTML lang=nl>", "found an HTML page")]
    [InlineData("<?xml version='1.0'?><a/>", "found XML")]
    [InlineData("PK\u0003\u0004....", "found a zip file or an Excel workbook")]
    [InlineData("%PDF-1.7", "found a PDF")]
    public async Task What_is_not_JSON_is_refused_whole(string content, string found)
    {
        var cut = await Of("rows").CutAsync(Encoding.Latin1.GetBytes(content));

        cut.Records.ShouldBeEmpty();
        cut.Refusal.ShouldNotBeNull().Expected.ShouldContain(found);
        Encoding.Latin1.GetString(cut.File.Head.Span).ShouldBe(content);
    }

    [Theory]
    [InlineData("""{"error":"no"}""")]
    [InlineData("""{"rows":"none"}""")]
    [InlineData("""{"rows":7}""")]
    [InlineData("""[{"rows":[]}]""")]
    public async Task A_document_without_the_array_is_refused(string content) =>
        (await Of("rows").CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldBe("an array at rows, found none there");

    [Fact]
    public async Task A_record_over_the_limit_is_given_with_its_size_and_the_rest_goes_on()
    {
        var large = $$"""{"a":[{{string.Join(',', Enumerable.Repeat("\"xxxxxxxxxx\"", 3000))}}]}""";

        var cut = await Of("rows", max: 1000).CutAsync($$"""{"rows":[{"a":1}, {{large}} ,{"a":3}]}""", readSize: 700);

        cut.Refusal.ShouldBeNull();
        cut.Records.Select(record => record.RefusedSize).ShouldBe([null, large.Length, null]);
        cut.Records[1].Text.ShouldBe(large[..cut.Records[1].Text.Length]);
        cut.Records[1].Text.Length.ShouldBeInRange(1, 4096);
        cut.Records[2].Text.ShouldBe("""{"a":3}""");
    }

    [Fact]
    public async Task A_single_text_over_the_limit_ends_the_reading_and_not_the_memory()
    {
        var cut = await Of("rows", max: 1000).CutAsync($$"""{"rows":[{"a":1},{"a":"{{new string('x', 2_000_000)}}"},{"a":3}]}""", readSize: 4096);

        cut.Texts.ShouldBe(["""{"a":1}"""]);
        cut.Refusal.ShouldNotBeNull().Expected.ShouldBe("texts of at most 1000 bytes, found a larger one at line 1");
    }

    [Fact]
    public async Task Values_from_outside_the_rows_are_read_before_and_after_them()
    {
        var outside = new Dictionary<string, string> { ["insz"] = "citizen.insz", ["number"] = "meta.n", ["absent"] = "x.y", ["list"] = "rows" };
        var cut = await new JsonCutter("rows", outside, Cutting.MaxRecordBytes).CutAsync(
            """{"meta":{"deep":{"n":1},"n":12,"x":[{"n":3}]},"rows":[{"citizen":{"insz":"no"}}],"citizen":{"name":null,"insz":"yes"}}""", readSize: 5);

        cut.File.Properties.ShouldBe(
            new Dictionary<string, string> { ["file"] = "export.json", ["outside:insz"] = "yes", ["outside:number"] = "12" }, ignoreOrder: true);
    }

    [Fact]
    public void Any_split_of_the_stream_into_reads_gives_the_same_records_and_any_resumption_the_rest()
    {
        var value = Gen.Elements("1", "\"é\"", "\"]\\\"}\"", "{}", "[]", "null", "true", """{"a":[{"b":1}]}""", "\"" + new string('y', 200) + "\"");
        var row = value.ArrayOf().Select(values => "{" + string.Join(" , ", values.Select((v, i) => $"\"p{i}\" :\n{v}")) + "}");
        var documents = row.ArrayOf().SelectMany(rows => Gen.Elements("", " ", "\n\n").Select(space => $$"""{"x":{"rows":[1]},{{space}}"rows":[{{string.Join(space + "," + space, rows)}}]{{space}}, "y":[[]] }"""));
        var cases = documents.SelectMany(document => Gen.Elements(1, 2, 3, 7, 64, 1000).SelectMany(size => Gen.Choose(0, document.Length).Select(length => (document, size, length))));

        Prop.ForAll(cases.ToArbitrary(), example =>
        {
            foreach (var content in new[] { example.document, example.document[..example.length] })
            {
                var whole = Of("rows", max: 250).Cut(content);
                var chopped = Of("rows", max: 250).Cut(content, example.size);
                chopped.Records.ShouldBe(whole.Records);
                (chopped.Refusal is null).ShouldBe(whole.Refusal is null);
                for (var stop = 0; stop < whole.Records.Count; stop++)
                    Of("rows", max: 250).Cut(content, example.size, whole.Records[stop].Next).Records.ShouldBe(whole.Records.Skip(stop + 1));
            }
        }).Check(Cutting.Quick(300));
    }

    [Fact]
    public void Any_bytes_end_in_records_or_a_refusal()
    {
        var parts = Gen.Elements("{", "}", "[", "]", ",", ":", "\"", "\"rows\":", "[{", "null", "1", "\\", "\uFEFF", "é", "\0", " ", "{\"rows\":[", "<");
        Prop.ForAll(parts.ArrayOf().Select(string.Concat).ToArbitrary(), content => Of("rows", max: 20).Cut(content, 3)).Check(Cutting.Quick(2000));
    }
}
