using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IntegrationHub.Adapters.Mapped.JsonLines;

namespace IntegrationHub.Adapters.Mapped.Tests.Json;

public sealed class JsonLinesCutting
{
    private static JsonLinesCutter Of(long max = Cutting.MaxRecordBytes) => new(max);

    [Fact]
    public async Task Each_line_is_a_record_blank_lines_are_none_and_a_bad_line_is_one_alone()
    {
        var cut = await Of().CutAsync("\uFEFF{\"a\":1}\r\n\n  \t\n{\"a\":oops\n{\"a\":3}");

        cut.Refusal.ShouldBeNull();
        cut.Texts.ShouldBe(["{\"a\":1}\r", "{\"a\":oops", "{\"a\":3}"]);
        cut.Records.Select(record => record.Line).ShouldBe([1, 4, 5]);
    }

    [Fact]
    public async Task A_line_over_the_limit_is_given_with_its_size_and_the_rest_goes_on()
    {
        var cut = await Of(max: 100).CutAsync("{\"a\":1}\n" + new string('x', 500_000) + "\n{\"a\":3}\n", readSize: 1000);

        cut.Records.Select(record => record.RefusedSize).ShouldBe([null, 500_000, null]);
        cut.Texts.Last().ShouldBe("{\"a\":3}");
    }

    [Theory]
    [InlineData("[{\"a\":1},\n{\"a\":2}]", "found one JSON document over several lines")]
    [InlineData("{\r\n  \"a\": 1\r\n}", "found one JSON document over several lines")]
    [InlineData("<html><body>Log in", "found an HTML page")]
    [InlineData("", "found an empty file")]
    public async Task What_is_not_JSON_Lines_is_refused_whole(string content, string found) =>
        (await Of().CutAsync(content)).Refusal.ShouldNotBeNull().Expected.ShouldContain(found);

    [Fact]
    public void Any_split_of_the_stream_into_reads_gives_the_same_records_and_any_resumption_the_rest()
    {
        var files = Gen.Elements("{\"a\":1}", "", " ", "\r", "é", new string('x', 60), "\"").ArrayOf().Select(lines => "{}\n" + string.Join('\n', lines));

        Prop.ForAll(files.SelectMany(file => Gen.Elements(1, 2, 5, 64).Select(size => (file, size))).ToArbitrary(), example =>
        {
            var whole = Of(max: 50).Cut(example.file);
            Of(max: 50).Cut(example.file, example.size).Records.ShouldBe(whole.Records);
            for (var stop = 0; stop < whole.Records.Count; stop++)
                Of(max: 50).Cut(example.file, example.size, whole.Records[stop].Next).Records.ShouldBe(whole.Records.Skip(stop + 1));
            whole.Records.Select(record => record.RefusedSize ?? Encoding.UTF8.GetByteCount(record.Text)).Sum()
                .ShouldBe(example.file.Split('\n').Where(line => line.Trim(' ', '\r').Length > 0).Sum(Encoding.UTF8.GetByteCount));
        }).Check(Cutting.Quick(300));
    }
}
