using System.Text;
using IntegrationHub.Adapters.Magda.Tests.Support;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;

namespace IntegrationHub.Adapters.Magda.Tests;

public sealed class PublishedFiles
{
    private const string Insz = "88631402204";
    private const string Werkrelaties = "PubliceerMutatiesWerkrelaties";
    private const string Name = "magda.publiceermutatieswerkrelaties-0200_20261120080000000.xml";

    [Theory]
    [InlineData("<Contract><Aangifte/></Contract>", "01", "Inhoud: expected a Contract with a DimonaNummer")]
    [InlineData("<Contract><Aangifte><DimonaNummer>7</DimonaNummer></Aangifte></Contract>", "01", "Contract/Relatie/Werknemer/INSZ: expected an INSZ")]
    [InlineData("", "03", "Inhoud: expected a Contract with a DimonaNummer")]
    [InlineData("<Contract/>", "07", "Inhoud/Metadata/Type: expected 00, 01, 02, 03, 04 or 09")]
    public async Task A_bad_Onderwerp_is_refused_alone_with_its_file_line_Referte_and_field(string payload, string type, string expected)
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(Werkrelaties, Published.Subject(Published.Contract("1", Insz)), Published.Subject(payload, type), Published.Subject(Published.Contract("2", Insz)));
        intake.Latest.Values.Count(one => !one.Result.IsRejected).ShouldBe(2);
        var text = intake.Latest.Values.SelectMany(one => one.Result.Rejections).Single().ToString();
        text.ShouldStartWith($"{Name}, line ");
        text.ShouldContain($"Onderwerp {Published.Referte}: {expected}");
        text.ShouldNotContain(Insz);
    }

    [Fact]
    public async Task A_date_that_is_none_is_refused_with_its_path()
    {
        await using var rig = new PublicationRig();
        var intake = await rig.ReadAsync(Werkrelaties, Published.Subject(Published.Contract("1", Insz, end: "2026-11-00")));
        intake.Latest["Dimona/1"].Result.Rejections.Single().Field.ShouldEndWith("Contract/Aangifte/PeriodeTijdstip/Einde/Datum");
    }

    [Fact]
    public async Task A_file_is_read_once_and_in_the_order_of_the_time_in_its_name()
    {
        await using var rig = new PublicationRig();
        rig.Put("x-0200_20261120080000000.xml", Published.File(Werkrelaties, Published.Subject(Published.Contract("2", Insz))));
        rig.Put("x-0200_20261119080000000.xml", Published.File(Werkrelaties, Published.Subject(Published.Contract("1", Insz))));
        var intake = await rig.RunAsync();
        PublicationRig.Records(intake).Select(one => one.Id).ShouldBe(["Dimona/1", "Dimona/2"]);
        (await rig.RunAsync()).Pages.ShouldBeEmpty();
        rig.Put("x-0200_20261121080000000.xml", Published.File(Werkrelaties, Published.Subject(Published.Contract("3", Insz))));
        PublicationRig.Records(await rig.RunAsync()).Select(one => one.Id).ShouldBe(["Dimona/3"]);
    }

    [Fact]
    public async Task An_id_that_is_made_of_a_name_with_an_INSZ_in_it_is_personal()
    {
        await using var rig = new PublicationRig();
        rig.Put($"{Insz}.xml", Published.File(Werkrelaties, Published.Subject("<Contract/>"))[..^20]);

        var records = PublicationRig.Records(await rig.RunAsync());

        records.Count.ShouldBe(2);
        records.ShouldAllBe(record => record.IdIsPersonal);
    }

    [Fact]
    public async Task A_run_that_was_stopped_goes_on_after_its_last_page()
    {
        await using var rig = new PublicationRig();
        rig.Rig.Options["pageSize"] = "2";
        rig.Put(Name, Published.File(Werkrelaties, Enumerable.Range(1, 5).Select(n => Published.Subject(Published.Contract($"{n}", Insz)))));
        await foreach (var page in rig.Rig.Source.PullAsync(null, TestContext.Current.CancellationToken))
        {
            rig.Rig.Checkpoint = page.Checkpoint;
            break;
        }

        PublicationRig.Records(await rig.RunAsync()).Select(one => one.Id).ShouldBe(["Dimona/3", "Dimona/4", "Dimona/5"]);
    }

    [Theory]
    [InlineData("<a/>", "other XML")]
    [InlineData("not XML", "found a mistake")]
    [InlineData("<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><PubliceerMutatiesWerkrelaties>&x;</PubliceerMutatiesWerkrelaties>", "found a mistake")]
    public async Task A_file_that_is_no_publication_is_refused_whole(string xml, string expected)
    {
        await using var rig = new PublicationRig();
        rig.Put(Name, xml);
        var (record, result) = (await rig.RunAsync()).Latest.Values.Single();
        record.Kind.ShouldBe(SourceRecord.WholeFile);
        result.Rejections.Single().ToString().ShouldContain(expected);
        (await rig.RunAsync()).Pages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_before_the_place_where_a_file_breaks_off_is_stored()
    {
        await using var rig = new PublicationRig();
        var whole = Published.File(Werkrelaties, Published.Subject(Published.Contract("1", Insz)), Published.Subject(Published.Contract("2", Insz)));
        rig.Put(Name, whole[..whole.LastIndexOf("<Aangifte>", StringComparison.Ordinal)]);
        var intake = await rig.RunAsync();
        intake.Facts.Select(one => one.Key).ShouldBe(["1/start"]);
        intake.Latest["file:" + Name].Result.Rejections.Single().Expected.ShouldContain("after 1 subjects");
    }

    [Fact]
    public async Task A_file_without_data_is_read_and_says_nothing()
    {
        await using var rig = new PublicationRig();
        rig.Put(Name, "<PubliceerMutatiesWerkrelaties><Publicatie><Uitzonderingen><Uitzondering><Identificatie>15015</Identificatie></Uitzondering></Uitzonderingen></Publicatie></PubliceerMutatiesWerkrelaties>");
        (await rig.RunAsync()).Latest.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_left_alone()
    {
        await using var rig = new PublicationRig();
        rig.Rig.UseRealClock();
        rig.Rig.Options["settleSeconds"] = "1";
        var path = rig.Put(Name, Published.File(Werkrelaties, Published.Subject(Published.Contract("1", Insz))));
        var run = rig.RunAsync();
        await File.AppendAllTextAsync(path, "<!-- more -->", TestContext.Current.CancellationToken);
        (await run).Pages.ShouldBeEmpty();
        (await rig.RunAsync()).Facts.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_Onderwerp_over_the_largest_record_is_refused_with_its_size_and_the_rest_goes_on()
    {
        await using var rig = new PublicationRig(maxRecordBytes: 64 * 1024);
        rig.Put(Name, Published.File(Werkrelaties, Published.Subject(string.Concat(Enumerable.Repeat("<Contract>x</Contract>", 20_000))), Published.Subject(Published.Contract("2", Insz))));
        var intake = await rig.RunAsync();
        intake.Facts.Select(one => one.Key).ShouldBe(["2/start"]);
        var (record, result) = intake.Latest.Values.Single(one => one.Result.IsRejected);
        record.Raw.Length.ShouldBeLessThanOrEqualTo(64 * 1024);
        result.Rejections.Single().Expected.ShouldContain("at most 65536 bytes");
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_never_in_memory()
    {
        await using var rig = new PublicationRig();
        rig.Rig.Options["pageSize"] = "500";
        var path = rig.Put(Name, "");
        await using (var writer = new StreamWriter(path, append: false, Encoding.UTF8))
        {
            var empty = Published.File(Werkrelaties, "|").Split('|');
            await writer.WriteAsync(empty[0]);
            var filler = new string(' ', 1_200);
            for (var n = 0; n < 60_000; n++)
                await writer.WriteAsync(Published.Subject(Published.Contract($"{n}", Insz) + filler));
            await writer.WriteAsync(empty[1]);
        }

        new FileInfo(path).Length.ShouldBeGreaterThan(100_000_000);
        var (records, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var page in rig.Rig.Source.PullAsync(null, TestContext.Current.CancellationToken))
        {
            records += page.Records.Count;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: records % 10_000 == 0) - before);
        }

        records.ShouldBe(60_000);
        most.ShouldBeLessThan(60_000_000);
    }

    [Fact]
    public async Task Whoever_MAGDA_is_asked_about_is_asked_again_and_stays_one_record()
    {
        await using var rig = new PublicationRig();
        await rig.Rig.SimulateAsync(Path.Combine(Folders.Sample, "replies"));
        rig.Rig.List(Insz);
        await rig.RunAsync();
        var intake = new Intake();
        rig.Put(Name, Published.File(Werkrelaties, Published.Subject(Published.Contract("1", Insz)), Published.Subject(Published.Contract("2", "92670204169"))));
        await foreach (var page in rig.Rig.Source.PullAsync(rig.Rig.Checkpoint, TestContext.Current.CancellationToken))
        {
            intake.Accept(page, rig.Rig.Normaliser);
            break;
        }

        intake.Latest.Keys.ShouldBe(["Dimona/2", "GeefWerkrelaties/" + Insz, "GeefPersoon/" + Insz, "GeefGezinssamenstelling/" + Insz], ignoreOrder: true);
        intake.Facts.Select(one => one.Fact).OfType<EmploymentEnded>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_final_and_the_check_says_so()
    {
        await using var rig = new PublicationRig();
        rig.Rig.Options["publications"] = "nowhere";
        (await Should.ThrowAsync<PermanentFailureException>(() => rig.RunAsync())).Message.ShouldContain("publications:");
    }
}
