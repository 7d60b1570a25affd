namespace IntegrationHub.Adapters.Mapped.Guessing;

/// <summary>What a column is for, as its name and its values tell.</summary>
internal enum ColumnRole
{
    /// <summary>Unknown.</summary>
    None,

    /// <summary>The citizen's INSZ.</summary>
    Citizen,

    /// <summary>Another person's INSZ, or one of unknown standing.</summary>
    OtherInsz,

    /// <summary>Family name.</summary>
    FamilyName,

    /// <summary>Given names.</summary>
    GivenNames,

    /// <summary>Both names in one.</summary>
    FullName,

    /// <summary>Street, possibly with the house number.</summary>
    Street,

    /// <summary>House number.</summary>
    HouseNumber,

    /// <summary>Box.</summary>
    Box,

    /// <summary>Postal code.</summary>
    PostalCode,

    /// <summary>Municipality by name.</summary>
    City,

    /// <summary>Municipality by NIS code.</summary>
    Municipality,

    /// <summary>Telephone number.</summary>
    Telephone,

    /// <summary>E-mail address.</summary>
    Email,

    /// <summary>Free text.</summary>
    Remark,

    /// <summary>Somebody who is not the citizen: a case worker, a physician.</summary>
    OtherPerson,

    /// <summary>The case worker, by a code.</summary>
    Worker,

    /// <summary>The employer's or enterprise's KBO number.</summary>
    Enterprise,

    /// <summary>Number of the record.</summary>
    RecordNumber,

    /// <summary>A number that identifies a person within the source: of an employee, a patient, a client.</summary>
    PersonNumber,

    /// <summary>Why.</summary>
    Reason,

    /// <summary>Category within a benefit.</summary>
    Category,

    /// <summary>Kind of thing.</summary>
    Sort,

    /// <summary>What a file is about.</summary>
    Theme,

    /// <summary>Where a patient went.</summary>
    Destination,

    /// <summary>State of the record.</summary>
    Status,

    /// <summary>Sex.</summary>
    Sex,

    /// <summary>Civil status.</summary>
    CivilStatus,

    /// <summary>Number of a ziekenfonds.</summary>
    Mutuality,

    /// <summary>Right to the increased allowance.</summary>
    IncreasedAllowance,

    /// <summary>First day, opening, admission.</summary>
    Start,

    /// <summary>Last day, closing, discharge.</summary>
    End,

    /// <summary>Last day as it was planned.</summary>
    Until,

    /// <summary>First day without a benefit.</summary>
    SuspendedFrom,

    /// <summary>Last day without a benefit.</summary>
    SuspendedUntil,

    /// <summary>Day of a claim.</summary>
    Claimed,

    /// <summary>Day of a hearing.</summary>
    Hearing,

    /// <summary>Date of birth.</summary>
    Born,

    /// <summary>Date of death.</summary>
    Died,

    /// <summary>When the record changed.</summary>
    Changed,
}
