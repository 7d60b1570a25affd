using IntegrationHub.Adapters.Sdk;

namespace IntegrationHub.Adapters.Ziekenfonds.Tests;

public sealed class ResumeTests
{
    private static string Notifications(string prefix, int count) => Xml.File(Enumerable.Range(1, count).Select(number => Xml.Incapacity(identification: Xml.Identification($"{prefix}{number}"))));

    [Fact]
    public async Task A_run_stopped_after_any_page_goes_on_there_and_loses_and_repeats_nothing()
    {
        using var delivery = Delivering.With(("pageSize", "3"));
        delivery.Put("a.xml", Notifications("A", 10));
        delivery.Put("b.xml", "<broken>");
        delivery.Put("c.xml", Notifications("C", 3));
        var whole = await delivery.PullAsync();
        var expected = Flat(whole);
        expected.Count.ShouldBe(14);

        for (var stop = 0; stop < whole.Count; stop++)
            Flat(whole.Take(stop + 1).Concat(await delivery.PullAsync(whole[stop].Checkpoint))).ShouldBe(expected);
    }

    [Fact]
    public async Task A_file_that_changed_since_the_stop_is_read_anew()
    {
        using var delivery = Delivering.With(("pageSize", "3"));
        delivery.Put("a.xml", Notifications("A", 5));
        var before = (await delivery.PullAsync())[0];
        delivery.Put("a.xml", Notifications("A", 7));

        (await delivery.RecordsAsync(before.Checkpoint)).Count.ShouldBe(7);
    }

    [Fact]
    public async Task A_file_that_changes_while_it_is_read_is_not_brought_to_an_end()
    {
        using var delivery = Delivering.With(("pageSize", "3"));
        delivery.Put("a.xml", Notifications("A", 7));
        var pages = new List<SourceBatch>();

        var failure = await Should.ThrowAsync<RetryLaterException>(async () =>
        {
            await foreach (var page in delivery.Source.PullAsync(null, TestContext.Current.CancellationToken))
            {
                pages.Add(page);
                delivery.Put("a.xml", Notifications("A", 9));
            }
        });

        failure.Message.ShouldBe("a.xml changed while it was read: it is read anew.");
        (await delivery.RecordsAsync(pages.ShouldHaveSingleItem().Checkpoint)).Count.ShouldBe(9);
    }

    [Fact]
    public async Task A_checkpoint_of_another_adapter_is_refused_with_what_to_do()
    {
        using var delivery = new Delivering();

        (await Should.ThrowAsync<PermanentFailureException>(() => delivery.PullAsync(new Checkpoint("page 3")))).Message.ShouldStartWith("The stored checkpoint is not one of this adapter.");
    }

    private static List<string> Flat(IEnumerable<SourceBatch> pages) => [.. pages.SelectMany(page => page.Records).Select(record => $"{record.Id} {record.Version} {record.Line}")];
}
