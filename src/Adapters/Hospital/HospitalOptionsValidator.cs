using System.Net;
using IntegrationHub.Adapters.Hospital.Hl7;
using IntegrationHub.Adapters.Hospital.Mllp;
using IntegrationHub.Adapters.Sdk;
using IntegrationHub.Contracts;
using Microsoft.Extensions.Options;

namespace IntegrationHub.Adapters.Hospital;

/// <summary>Holds the options against what they may be, and reports everything at once.</summary>
internal sealed class HospitalOptionsValidator(ISecrets secrets, TimeProvider clock) : IValidateOptions<HospitalOptions>
{
    public ValidateOptionsResult Validate(string? name, HospitalOptions options)
    {
        var errors = new List<string>();
        if (options.Mllp is { } mllp)
            CheckMllp(mllp, errors);
        CheckFields("insz.from", options.Insz.From, errors);
        CheckFields("visitFrom", options.VisitFrom, errors);
        if (string.IsNullOrWhiteSpace(options.Insz.FhirSystem))
            errors.Add("insz.fhirSystem: put the identifier system of the INSZ there, or leave it out.");
        if (Hl7Charset.TryGet(options.Charset) is null)
            errors.Add($"charset: '{options.Charset}' is not known; put ASCII, 8859/1 to 8859/9, 8859/15, WINDOWS-1252 or UNICODE UTF-8 there.");
        foreach (var (code, disposition) in options.Dispositions)
        {
            if (!Enum.GetNames<DischargeDisposition>().Contains(disposition, StringComparer.OrdinalIgnoreCase))
                errors.Add($"dispositions.{code}: '{disposition}' is not a disposition; put one of {string.Join(", ", Enum.GetNames<DischargeDisposition>())} there.");
        }

        foreach (var (code, actCode) in options.PatientClasses)
        {
            if (!EncounterClasses.ActCodes.Contains(actCode, StringComparer.OrdinalIgnoreCase))
                errors.Add($"patientClasses.{code}: '{actCode}' is not an ActCode that the hub knows; put one of {string.Join(", ", EncounterClasses.ActCodes)} there.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private void CheckMllp(MllpOptions mllp, List<string> errors)
    {
        if (!IPAddress.TryParse(mllp.Address, out _))
            errors.Add($"mllp.address: '{mllp.Address}' is not an IP address; put 127.0.0.1 there, or the address of this machine that the hospital reaches.");
        if (mllp.Port is < 1 or > 65535)
            errors.Add($"mllp.port: put a TCP port of 1 to 65535 there, found {mllp.Port}.");
        if (mllp.MaxConnections is < 1 or > 1024)
            errors.Add($"mllp.maxConnections: put 1 to 1024 there, found {mllp.MaxConnections}.");
        if (mllp.MaxPerAddress is < 1 or > 1024)
            errors.Add($"mllp.maxPerAddress: put 1 to 1024 there, found {mllp.MaxPerAddress}.");
        for (var i = 0; i < mllp.AllowFrom.Count; i++)
        {
            if (AllowedSenders.NetworkOf(mllp.AllowFrom[i]) is null)
                errors.Add($"mllp.allowFrom[{i}]: '{mllp.AllowFrom[i]}' is no address and no network; put one like 10.1.2.3 or 10.1.2.0/24 there.");
        }

        if (mllp.Tls is { } tls)
            CheckTls(tls, errors);
        CheckTime("mllp.idleTimeout", mllp.IdleTimeout, errors);
        CheckTime("mllp.messageTimeout", mllp.MessageTimeout, errors);
    }

    private void CheckTls(MllpTlsOptions tls, List<string> errors)
    {
        if (tls.ClientCa is not null && tls.Clients.Count == 0)
            errors.Add("mllp.tls.clients: put the SHA-256 fingerprints of the certificates of this hospital's senders there; that of clientCa issues to others too.");
        if (tls.ClientCa is null && tls.Clients.Count > 0)
            errors.Add("mllp.tls.clientCa: goes with clients; put a reference to the authority there that issued these certificates.");
        for (var i = 0; i < tls.Clients.Count; i++)
        {
            if (MllpTls.Fingerprint(tls.Clients[i]) is null)
                errors.Add($"mllp.tls.clients[{i}]: expected a SHA-256 fingerprint, 64 hexadecimal digits with or without colons, as openssl x509 -noout -fingerprint -sha256 shows it.");
        }

        try
        {
            new MllpTls(tls, secrets, clock).Dispose();
        }
        catch (PermanentFailureException exception)
        {
            errors.Add($"mllp.tls: {exception.Message}");
        }
    }

    private static void CheckTime(string option, TimeSpan time, List<string> errors)
    {
        if (time < TimeSpan.FromSeconds(1) || time > TimeSpan.FromDays(7))
            errors.Add($"{option}: put a time of 1 second (00:00:01) to 7 days (7.00:00:00) there, found {time}.");
    }

    private static void CheckFields(string option, List<string> fields, List<string> errors)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (Hl7FieldPath.TryParse(fields[i]) is null)
                errors.Add($"{option}[{i}]: '{fields[i]}' is not a field of HL7 v2; put one like PID-19 there, or PID-3:NNBEL for the identifier of that type.");
        }
    }
}
