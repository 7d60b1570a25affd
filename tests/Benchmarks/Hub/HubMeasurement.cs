using IntegrationHub.Benchmarks.Measuring;

namespace IntegrationHub.Benchmarks.Hub;

/// <summary>One run of the hub. CPU is that of whole processes, from start to exit of the hub.</summary>
internal sealed record HubMeasurement(int Records, HubTimes Times, ChildResult Process, double PostgresCpu, double RabbitCpu)
{
    public double Rate => Records / Times.Seconds;

    public string CpuPerRecord => $"hub {Micros(Process.CpuSeconds)}, PostgreSQL {Micros(PostgresCpu)}, RabbitMQ {Micros(RabbitCpu)} µs";

    public override string ToString() =>
        $"{Records:N0} records ({Times.Facts:N0} facts, {Times.Signals:N0} signals): {Rate:N0} records/s ({Times.Seconds:0.0} s; read and stored after {Times.ReadSeconds:0.0} s; deliveries {Times.DeliverySeconds:+0.0;-0.0} s; "
        + $"process {Process.Seconds:0.0} s). CPU per record: {CpuPerRecord}. Peak of the hub {Process.PeakMegabytes:0} MB.";

    private string Micros(double seconds) => $"{seconds * 1e6 / Records:0.0}";
}
