using System.Text;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Sdk;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital.Tests.Support;

/// <summary>The adapter's parts, as the host would compose them.</summary>
internal sealed class Hospital
{
    public Hospital(HospitalOptions? options = null)
    {
        Options = options ?? new();
        Normaliser = new HospitalNormaliser(Microsoft.Extensions.Options.Options.Create(Options));
        Reader = new HospitalPayloadReader(Microsoft.Extensions.Options.Options.Create(Options));
        Journal = new Journal(Normaliser);
    }

    public HospitalOptions Options { get; }

    public HospitalNormaliser Normaliser { get; }

    public HospitalPayloadReader Reader { get; }

    public Journal Journal { get; }

    /// <summary>Normalises one message of HL7 v2.</summary>
    public Normalised Hl7(string message, Encoding? encoding = null) =>
        Normaliser.Normalise(new SourceRecord { Id = "x", Kind = MediaTypes.Hl7V2, Raw = (encoding ?? Encoding.Latin1).GetBytes(message) });

    /// <summary>Posts a body: what the host's endpoint does.</summary>
    public IReadOnlyList<RecordOutcome> Post(string contentType, byte[] body) => [.. Reader.Read(contentType, body).Select(Journal.Accept)];

    public IReadOnlyList<RecordOutcome> Post(string contentType, string body) => Post(contentType, Encoding.UTF8.GetBytes(body));

    public SourceRecord? RecordOf(string message) => new Hl7Reader(Options).Read(Encoding.Latin1.GetBytes(message)).Record;

    public IOptions<HospitalOptions> AsOptions() => Microsoft.Extensions.Options.Options.Create(Options);
}
