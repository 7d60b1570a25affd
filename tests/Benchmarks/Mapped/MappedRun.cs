using System.Text;
using System.Text.Json;
using IntegrationHub.Adapters.Mapped;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Benchmarks.Input;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IntegrationHub.Benchmarks.Mapped;

/// <summary>One leefloon file read and normalised on one thread: by the mapping of Ocmw and by a hand-written adapter, in turn.</summary>
internal static class MappedRun
{
    private const int WarmUpRounds = 3;

    public static async Task<string> RunAsync(int records, int rounds, CancellationToken token)
    {
        var folder = Directory.CreateTempSubdirectory("mapped-benchmark-").FullName;
        try
        {
            // One row in four is of the leefloon.
            OcmwExports.Write(folder, records * OcmwExports.RecordsOfCitizen);
            foreach (var other in Directory.GetFiles(folder).Where(file => !Path.GetFileName(file).StartsWith("leefloon", StringComparison.Ordinal)))
                File.Delete(other);
            await using var services = Mapped(folder);
            var byHand = new HandWrittenSource(Directory.GetFiles(folder).Single());
            var normaliser = new HandWrittenNormaliser();
            var (mapped, written) = (new List<double>(), new List<double>());
            await CompareAsync(services.GetRequiredService<IPullSource>().PullAsync(null, token), services.GetRequiredService<IRecordNormaliser>(), byHand.PullAsync(token), normaliser, token);
            for (var round = 0; round < WarmUpRounds + rounds; round++)
            {
                var rate = await RateAsync(services.GetRequiredService<IPullSource>().PullAsync(null, token), services.GetRequiredService<IRecordNormaliser>(), records);
                var rateByHand = await RateAsync(byHand.PullAsync(token), normaliser, records);
                if (round < WarmUpRounds)
                    continue;
                mapped.Add(rate);
                written.Add(rateByHand);
            }

            return $"Read and normalised, {records:N0} rows of the leefloon, one thread, {rounds} rounds in turn after {WarmUpRounds} to warm up: source.yaml median {Median(mapped):N0} records per second of CPU "
                + $"({mapped.Min():N0}-{mapped.Max():N0}), hand-written {Median(written):N0} ({written.Min():N0}-{written.Max():N0}): {Median(mapped) / Median(written):0.00} times";
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceProvider Mapped(string folder)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new InstanceContext("ocmw-gent", AppContext.BaseDirectory, 10_000_000));
        var options = new Dictionary<string, string?> { ["mapping"] = "ocmw.yaml", ["folder"] = folder, ["partner"] = "ocmw-gent", ["settleSeconds"] = "0" };
        new MappedAdapter().Register(services, new ConfigurationBuilder().AddInMemoryCollection(options).Build());
        return services.BuildServiceProvider();
    }

    private static async Task<double> RateAsync(IAsyncEnumerable<SourceBatch> pages, IRecordNormaliser normaliser, int records)
    {
        GC.Collect();
        // Of this process's CPU, not of the clock: it runs on one thread, and other programs may be busy.
        var start = Environment.CpuUsage.TotalTime;
        var facts = 0;
        await foreach (var page in pages)
        {
            foreach (var record in page.Records)
                facts += normaliser.Normalise(record).Facts.Count;
        }

        var rate = records / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        return facts == records ? rate : throw new InvalidOperationException($"{facts} facts of {records} rows.");
    }

    // The comparison is worth something only if both do the same.
    private static async Task CompareAsync(
        IAsyncEnumerable<SourceBatch> mapped, IRecordNormaliser mapping, IAsyncEnumerable<SourceBatch> written, IRecordNormaliser byHand, CancellationToken token)
    {
        await foreach (var (one, other) in mapped.Zip(written).WithCancellation(token))
        {
            for (var i = 0; i < one.Records.Count; i++)
            {
                if (one.Records[i].Id != other.Records[i].Id || Flat(mapping.Normalise(one.Records[i])) != Flat(byHand.Normalise(other.Records[i])))
                    throw new InvalidOperationException($"The two disagree on line {one.Records[i].Line}.");
            }
        }
    }

    private static string Flat(Normalised row) =>
        string.Join('\n', row.Facts.Select(fact => $"{fact.Key} {fact.Citizen.Digits} {Encoding.UTF8.GetString(FactContract.Serialize(fact.Fact))} {JsonSerializer.Serialize(fact.Person)}"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
