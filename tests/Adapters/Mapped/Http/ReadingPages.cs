using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IntegrationHub.Adapters.Mapped.Tests.Http;

public sealed class ReadingPages
{
    private const string Records = """

        records:
          - kind: dossier
            format: FORMAT
            id: nr
            citizen: insz
            facts:
              - contract: support-file-opened
                occurredAt: open
                fields: { file: nr, partner: { value: caw } }
        """;

    internal static string Yaml(string read, string format = "json\n    rows: items") => $"source: 1\nread:\n  http:\n    {read.ReplaceLineEndings("\n").Replace("\n", "\n    ", StringComparison.Ordinal)}{Records.Replace("FORMAT", format, StringComparison.Ordinal)}";

    internal static string Row(int number, string changed = "") => $$"""{"nr":"D{{number}}","insz":"{{Reading.Insz}}","open":"2026-11-20","changedAt":"{{changed}}","seq":{{number}}}""";

    internal static string Page(IEnumerable<int> numbers, string more = "") => $$"""{"items":[{{string.Join(',', numbers.Select(number => Row(number)))}}]{{more}}}""";

    private static IEnumerable<string> Ids(params int[] numbers) => numbers.Select(number => $"dossier:D{number}");

    [Fact]
    public async Task One_page_is_read_and_its_rows_become_facts()
    {
        await using var endpoint = await Endpoint.JsonAsync(_ => Page([1, 2]));
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/dossiers?soort=a"));

        var batches = await reading.PullAsync();

        Reading.Ids(batches).ShouldBe(Ids(1, 2));
        batches.SelectMany(batch => batch.Records).ShouldAllBe(record => reading.Normaliser.Normalise(record).Facts.Count == 1);
        endpoint.Asked.ShouldBe(["/dossiers?soort=a"]);
    }

    [Theory]
    [InlineData("next: links.next")]
    [InlineData("link: header")]
    [InlineData("page: p, first: 0, size: { parameter: n, value: 2 }")]
    [InlineData("offset: from, size: { parameter: n, value: 2 }")]
    public async Task Every_way_of_paging_gives_every_row_and_a_stopped_round_goes_on_at_its_next_page(string paging)
    {
        await using var endpoint = await Endpoint.StartAsync(async context =>
        {
            var query = context.Request.Query;
            var start = query.ContainsKey("p") ? int.Parse(query["p"]!, CultureInfo.InvariantCulture) * 2 : int.Parse(query["from"].FirstOrDefault() ?? query["cursor"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
            var rows = Enumerable.Range(start + 1, 2).Where(number => number <= 5).ToList();
            var isLast = start + 2 >= 5;
            if (!isLast)
                context.Response.Headers.Link = $"</dossiers?cursor=0>; rel=\"first\", </dossiers?cursor={start + 2}>; rel=\"next\"";
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Page(rows, isLast ? ",\"links\":{\"next\":null}" : $",\"links\":{{\"next\":\"/dossiers?cursor={start + 2}\"}}"));
        });
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/dossiers\npaging: {{ {paging} }}"));

        var whole = await reading.PullAsync();

        Reading.Ids(whole).ShouldBe(Ids(1, 2, 3, 4, 5));
        for (var stop = 0; stop < whole.Count - 1; stop++)
            Reading.Ids(await reading.PullAsync(whole[stop].Checkpoint)).ShouldBe(Reading.Ids(whole.Skip(stop + 1)));
        Reading.Ids(await reading.PullAsync(Reading.Last(whole))).ShouldBe(Ids(1, 2, 3, 4, 5));
    }

    [Fact]
    public async Task The_highest_cursor_is_asked_for_the_next_time_and_rows_with_the_same_one_are_read_again()
    {
        var rows = new List<(int Number, string Changed)> { (1, "2026-11-20T10:00:00Z"), (3, "2026-11-20T13:00:00+02:00"), (2, "2026-11-20T10:30:00Z") };
        await using var endpoint = await Endpoint.JsonAsync(request =>
        {
            var since = DateTimeOffset.Parse(request.Query["since"]!, CultureInfo.InvariantCulture);
            return $$"""{"items":[{{string.Join(',', rows.Where(row => DateTimeOffset.Parse(row.Changed, CultureInfo.InvariantCulture) >= since).Select(row => Row(row.Number, row.Changed)))}}]}""";
        });
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/dossiers\nsince: {{ parameter: since, from: changedAt, start: \"2026-01-01T00:00:00Z\" }}"));

        var first = await reading.PullAsync();
        rows.Add((4, "2026-11-20T11:00:00Z"));
        var second = await reading.PullAsync(Reading.Last(first));

        Reading.Ids(first).ShouldBe(Ids(1, 3, 2));
        Reading.Ids(second).ShouldBe(Ids(3, 4));
        endpoint.Asked.ShouldBe(["/dossiers?since=2026-01-01T00%3A00%3A00Z", "/dossiers?since=2026-11-20T13%3A00%3A00%2B02%3A00"]);
        Reading.Last(second).ShouldBe(Reading.Last(first));
    }

    [Fact]
    public async Task Of_Belgian_dates_the_latest_day_is_the_highest_cursor()
    {
        await using var endpoint = await Endpoint.JsonAsync(_ => $$"""{"items":[{{Row(1, "2/12/2026")}},{{Row(2, "30/11/2026")}},{{Row(3, "1/12/2026")}}]}""");
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/d\nsince: {{ parameter: since, from: changedAt }}"));

        await reading.PullAsync(Reading.Last(await reading.PullAsync()));

        endpoint.Asked.ShouldBe(["/d", "/d?since=2%2F12%2F2026"]);
    }

    [Fact]
    public async Task A_link_starts_at_the_page_that_gives_it()
    {
        await using var endpoint = await Endpoint.JsonAsync(request => request.Path == "/a/d" ? $$"""{"items":[{{Row(1)}}],"next":"/b/1"}"""
            : request.Path == "/b/1" ? $$"""{"items":[{{Row(2)}}],"next":"2"}""" : $$"""{"items":[{{Row(3)}}],"next":""}""");
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/a/d\npaging: {{ next: next }}"));

        Reading.Ids(await reading.PullAsync()).ShouldBe(Ids(1, 2, 3));
        endpoint.Asked.ShouldBe(["/a/d", "/b/1", "/b/2"]);
    }

    [Fact]
    public async Task Within_a_round_the_cursor_stays_and_the_highest_seen_counts_only_at_its_end()
    {
        await using var endpoint = await Endpoint.JsonAsync(request => request.Query["p"] == "3" ? """{"items":[]}"""
            : $$"""{"items":[{{Row(request.Query["p"] == "1" ? 90 : 7)}}]}""");
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/d\nsince: {{ parameter: since, from: seq, start: 5 }}\npaging: {{ page: p }}"));

        var stopped = await reading.PullAsync(pages: 1);
        var rest = await reading.PullAsync(Reading.Last(stopped));
        await reading.PullAsync(Reading.Last(rest), pages: 1);

        endpoint.Asked.ShouldBe(["/d?since=5&p=1", "/d?since=5&p=2", "/d?since=5&p=3", "/d?since=90&p=1"]);
    }

    [Fact]
    public async Task Other_formats_are_read_the_same_way()
    {
        await using var endpoint = await Endpoint.StartAsync(context => context.Response.WriteAsync(context.Request.Path.Value switch
        {
            "/lines" => Row(1) + "\n" + Row(2),
            "/xml" => $"<E><Next>/xml2</Next><R><nr>D1</nr><insz>{Reading.Insz}</insz><open>2026-11-20</open></R></E>",
            "/xml2" => $"<E><Next/><R><nr>D2</nr><insz>{Reading.Insz}</insz><open>2026-11-20</open></R></E>",
            "/csv" => $"nr;insz;open\nD1;{Reading.Insz};20/11/2026\nD2;{Reading.Insz};20/11/2026\n",
            _ => "",
        }));
        foreach (var (path, more, format) in new[] { ("lines", "", "json-lines"), ("xml", "\npaging: { next: E/Next }", "xml\n    rows: //R"), ("csv", "", "csv") })
        {
            await using var reading = new Reading(Yaml($"url: {endpoint.Url}/{path}{more}", format));
            var batches = await reading.PullAsync();
            Reading.Ids(batches).ShouldBe(Ids(1, 2), path);
            batches.SelectMany(batch => batch.Records).ShouldAllBe(record => reading.Normaliser.Normalise(record).Facts.Count == 1);
        }

        await using var nothing = new Reading(Yaml($"url: {endpoint.Url}/nothing", "json-lines"));
        Reading.Ids(await nothing.PullAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_bad_row_is_rejected_alone_and_known_by_the_same_id_when_it_is_read_again()
    {
        await using var endpoint = await Endpoint.JsonAsync(_ => $$"""{"items":[{{Row(1)}}, {"nr":null,"insz":"x"}, {{Row(3)}}]}""");
        await using var reading = new Reading(Yaml($"url: {endpoint.Url}/d?naam=Appelmans"));

        var first = (await reading.PullAsync()).SelectMany(batch => batch.Records).ToList();
        var second = (await reading.PullAsync()).SelectMany(batch => batch.Records).ToList();

        first.Select(record => reading.Normaliser.Normalise(record).IsRejected).ShouldBe([false, true, false]);
        first.Select(record => record.Id).ShouldBe(second.Select(record => record.Id));
        reading.Logged.ShouldNotBeEmpty();
        reading.Logged.ShouldAllBe(line => !line.Contains("Appelmans", StringComparison.Ordinal));
    }
}
