namespace IntegrationHub.Adapters.Mapped.Tests;

/// <summary>Measures the whole process, so no other test may run beside it.</summary>
[CollectionDefinition(nameof(Memory), DisableParallelization = true)]
[Collection(nameof(Memory))]
public sealed class Memory
{
    [Fact]
    public async Task A_file_far_larger_than_the_memory_it_may_take_is_read()
    {
        await using var reading = new Reading(FolderOfOtherFormats.Yaml("*.json", "json"));
        var path = Path.Combine(reading.Folder, "a.json");
        const int Rows = 400_000;
        await using (var file = new StreamWriter(path))
        {
            await file.WriteAsync("[");
            for (var number = 1; number <= Rows; number++)
                await file.WriteAsync((number > 1 ? "," : "") + FolderOfOtherFormats.Row(number).Replace("}", $",\"more\":\"{new string('x', 100)}\"}}", StringComparison.Ordinal));
            await file.WriteAsync("]");
        }

        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var (count, looks, most) = (0, 0, 0L);
        await foreach (var batch in reading.StreamAsync())
        {
            count += batch.Records.Count;
            if (count < (looks + 1) * 40_000)
                continue;
            looks++;
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        count.ShouldBe(Rows);
        new FileInfo(path).Length.ShouldBeGreaterThan(60_000_000);
        looks.ShouldBe(Rows / 40_000);
        most.ShouldBeLessThan(25_000_000);
    }
}
