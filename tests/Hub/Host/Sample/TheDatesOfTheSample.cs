using System.Text;
using IntegrationHub.Host.Sample;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Sample;

public sealed class TheDatesOfTheSample : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("hub-sample-dates-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("<endDate>2026-11-13</endDate>", "<endDate>2027-11-13</endDate>")]
    [InlineData("\"2026-11-10T11:40:00+01:00\"", "\"2027-11-10T11:40:00+01:00\"")]
    [InlineData("B2026-00437;1/03/2026;;30/09/2026", "B2026-00437;1/03/2027;;30/09/2027")]
    [InlineData("16-02-2026;30-09-2026", "16-02-2027;30-09-2027")]
    [InlineData("EVN|A03|20261116110512||||20261116110000", "EVN|A03|20271116110512||||20271116110000")]
    [InlineData("20261116110512+0100||ADT", "20271116110512+0100||ADT")]
    [InlineData("dossiers-2026-11-20.csv", "dossiers-2027-11-20.csv")]
    [InlineData("1/12/2025", "1/12/2026")]
    public void Move_in_each_format_that_occurs(string text, string moved) => SampleDates.Moved(text, 365).ShouldBe(moved);

    [Theory]
    [InlineData("19520114|F")]
    [InlineData("2015-01-01")]
    [InlineData("31/11/2026")]
    [InlineData("AO-2026-0011")]
    [InlineData("26A1873")]
    [InlineData("D2026-0101;88631402204")]
    [InlineData("26100101^^^AZVB^VN")]
    [InlineData("P0101^^^AZVB^PI~52611410128^^^RRN&2.16.56.1.1&ISO^NNBEL")]
    [InlineData("R2026-0188")]
    public void Leave_births_numbers_and_a_day_that_does_not_exist(string text) => SampleDates.Moved(text, 365).ShouldBe(text);

    [Theory]
    [InlineData("Ocmw")]
    [InlineData("Ziekenfonds")]
    [InlineData("Caw")]
    [InlineData("Hospital")]
    public void Are_the_only_bytes_that_change(string plugin)
    {
        var sample = Path.Combine(Repository.Root, "src", "Adapters", plugin, "sample");

        SampleDates.Copy(sample, folder.FullName, SampleDates.Told);

        foreach (var file in Directory.EnumerateFiles(sample))
            File.ReadAllBytes(Path.Combine(folder.FullName, Path.GetFileName(file))).ShouldBe(File.ReadAllBytes(file));
    }

    [Theory]
    [InlineData("Ocmw")]
    [InlineData("Ziekenfonds")]
    [InlineData("Caw")]
    public void Are_all_moved_a_century_on(string plugin)
    {
        SampleDates.Copy(Path.Combine(Repository.Root, "src", "Adapters", plugin, "sample"), folder.FullName, SampleDates.Told.AddDays(36_525));

        foreach (var file in folder.EnumerateFiles())
        {
            // What is left of the year stands in numbers of files, and in the one day that does not exist.
            var text = File.ReadAllText(file.FullName, Encoding.Latin1).Replace("31/11/2026", "", StringComparison.Ordinal);
            text.ShouldNotMatch(@"(?<!\d)202[5-7]-[01]\d-[0-3]\d|[/-]202[5-7](?!\d|-\d)");
        }
    }
}
