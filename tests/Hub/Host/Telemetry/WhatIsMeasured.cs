using System.Diagnostics.Metrics;
using IntegrationHub.Host.Telemetry;
using IntegrationHub.Tests.Servers;

namespace IntegrationHub.Host.Tests.Telemetry;

public class WhatIsMeasured
{
    [Fact]
    public void Has_the_names_that_were_agreed_with_operators()
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == HubTelemetry.Name)
                    found.Add($"{instrument.Name} ({instrument.GetType().Name.Split('`')[0]}, {instrument.Unit}): {instrument.Description}");
            },
        };
        HubTelemetry.SetWaiting(0, TimeSpan.Zero);
        listener.Start();

        var agreed = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Architecture", "Approved", "telemetry.txt")).TrimEnd();
        string.Join('\n', found).ShouldBe(agreed, "Dashboards and alerts are built on these. When the change is meant, write it there.");
    }
}
